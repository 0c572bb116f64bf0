package io.portico.domains;

import io.portico.activity.Fact;
import io.portico.activity.FactKind;

/** A workspace wants a host of its own for its portal; {@code text} is the host. */
@FactKind("domain.claimed")
public record DomainClaimed(String text) implements Fact {}
