package io.portico.domains;

import io.portico.activity.Fact;
import io.portico.activity.FactKind;

/** The records of a sending domain were not found any more; mails leave from the installation's address; {@code text} is the domain. */
@FactKind("sending_domain.failed")
public record SendingDomainFailed(String text) implements Fact {}
