package io.portico.domains;

import io.portico.activity.Fact;
import io.portico.activity.FactKind;

/** The records of a sending domain were found, for the first time or again; mails leave from it; {@code text} is the domain. */
@FactKind("sending_domain.verified")
public record SendingDomainVerified(String text) implements Fact {}
