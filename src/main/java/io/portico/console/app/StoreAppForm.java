package io.portico.console.app;

import io.portico.apps.PortalApp.Platform;
import io.portico.apps.StoreApp;
import io.portico.workspace.WebLink;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** An app of a store as it was typed; the name of each field begins with the platform. */
record StoreAppForm(Platform platform, Map<String, String> typed) {
    StoreAppForm {
        typed = Map.copyOf(typed);
    }

    static StoreAppForm of(Platform platform, Optional<StoreApp> app) {
        Map<String, String> values = new HashMap<>();
        app.ifPresent(known -> {
            values.put(name(platform, "state"), known.state().word());
            values.put(name(platform, "id"), known.appId());
            values.put(name(platform, "signers"), String.join("\n", known.signers()));
            values.put(name(platform, "link"), known.link().map(WebLink::value).orElse(""));
            values.put(name(platform, "version"), known.version());
            values.put(name(platform, "minimum"), known.minimumVersion());
            values.put(name(platform, "notes"), known.notes());
        });
        return new StoreAppForm(platform, values);
    }

    static String name(Platform platform, String field) {
        return platform.name().toLowerCase(Locale.ROOT) + "-" + field;
    }

    String name(String field) {
        return name(platform, field);
    }

    String of(String field) {
        return typed.getOrDefault(name(field), "").replace("\r\n", "\n").strip();
    }
}
