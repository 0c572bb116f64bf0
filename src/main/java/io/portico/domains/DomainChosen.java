package io.portico.domains;

import io.portico.activity.Fact;
import io.portico.activity.FactKind;

/** Links are built with this host from now on; {@code text} is the host. */
@FactKind("domain.chosen")
public record DomainChosen(String text) implements Fact {}
