package io.portico.domains;

import io.portico.activity.Fact;
import io.portico.activity.FactKind;

/** A workspace gave its sending domain up; {@code text} is the domain. */
@FactKind("sending_domain.removed")
public record SendingDomainRemoved(String text) implements Fact {}
