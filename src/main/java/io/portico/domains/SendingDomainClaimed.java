package io.portico.domains;

import io.portico.activity.Fact;
import io.portico.activity.FactKind;

/** A workspace wants its mails to leave from a domain of its own; {@code text} is the domain. */
@FactKind("sending_domain.claimed")
public record SendingDomainClaimed(String text) implements Fact {}
