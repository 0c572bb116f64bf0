package io.portico.apps;

import io.portico.activity.Fact;
import io.portico.activity.FactKind;

/** An app of a store was set up or described anew; {@code text} is its id in the store. */
@FactKind("store_app.changed")
public record StoreAppChanged(String text, String platform, String state) implements Fact {
    static StoreAppChanged to(StoreApp app) {
        return new StoreAppChanged(
                app.appId(), app.platform().word(), app.state().word());
    }
}
