package io.portico.domains;

import io.portico.activity.Fact;
import io.portico.activity.FactKind;

/** A host was proved, for the first time or again; {@code text} is the host. */
@FactKind("domain.verified")
public record DomainVerified(String text) implements Fact {}
