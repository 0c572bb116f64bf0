package io.portico.workspace;

import io.portico.activity.Fact;
import io.portico.activity.FactKind;

/** What was drafted became the look of portal, app and mails; {@code text} is the name it shows. */
@FactKind("brand.published")
public record BrandPublished(String text, Brand brand) implements Fact {}
