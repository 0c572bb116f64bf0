package io.portico.domains;

import io.portico.activity.Fact;
import io.portico.activity.FactKind;

/** A workspace gave a host up; {@code text} is the host. */
@FactKind("domain.removed")
public record DomainRemoved(String text) implements Fact {}
