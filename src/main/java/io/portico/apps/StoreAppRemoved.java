package io.portico.apps;

import io.portico.activity.Fact;
import io.portico.activity.FactKind;

/** An app of a store is no longer the workspace's; {@code text} is the platform. */
@FactKind("store_app.removed")
public record StoreAppRemoved(String text) implements Fact {}
