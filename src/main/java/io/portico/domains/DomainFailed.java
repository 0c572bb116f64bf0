package io.portico.domains;

import io.portico.activity.Fact;
import io.portico.activity.FactKind;

/** A host's records or its certificate were not in order any more, and links lead to the sub-domain; {@code text} is the host. */
@FactKind("domain.failed")
public record DomainFailed(String text) implements Fact {}
