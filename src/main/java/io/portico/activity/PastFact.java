package io.portico.activity;

import java.time.Instant;

/** A fact with the moment it became true and who did it, for {@link Activity#recordPast}. */
public record PastFact(Instant at, Actor actor, Fact fact) {}
