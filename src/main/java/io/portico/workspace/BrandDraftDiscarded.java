package io.portico.workspace;

import io.portico.activity.Fact;
import io.portico.activity.FactKind;

/** What was drafted was thrown away; the look stayed as it was. */
@FactKind("brand.draft_discarded")
public record BrandDraftDiscarded() implements Fact {}
