package io.portico.demo;

import io.portico.access.keys.ApiKeySecret;
import io.portico.access.keys.ApiKeys;
import io.portico.access.keys.ApiScope;
import io.portico.access.keys.NewApiKey;
import io.portico.activity.Actor;
import io.portico.installation.ApplicationKey;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The demo's API key with all scopes: made of the installation's key like its password, so it is always the same. */
@Component
class DemoKey {
    private static final NewApiKey WANTED = new NewApiKey("Demo", ApiScope.all(), Optional.empty());

    private final ApplicationKey key;
    private final ApiKeys keys;
    private final DemoStore store;

    DemoKey(ApplicationKey key, ApiKeys keys, DemoStore store) {
        this.key = key;
        this.keys = keys;
        this.store = store;
    }

    /** Empty when there is no demo, or somebody has revoked it. */
    Optional<String> text() {
        ApiKeySecret secret = ApiKeySecret.of(key.hmac("demo-api-key"));
        return store.demo()
                .filter(workspace -> keys.ensure(workspace, WANTED, secret, new Actor.Portico()))
                .map(workspace -> secret.reveal());
    }
}
