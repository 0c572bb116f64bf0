package io.portico.apps;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.portico.apps.PortalApp.Platform;
import io.portico.kernel.WorkspaceId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Tells phones which apps may open the magic links of a workspace: Apple's Universal Links and Android's Digital Asset
 * Links. Both ask the portal's own host, so no workspace can speak for another.
 */
@Component
public class AppLinks {
    private static final List<Map<String, String>> MAGIC_LINKS = List.of(Map.of("/", "/in/*"));

    private final StoreApps apps;
    private final JsonMapper json;

    AppLinks(StoreApps apps, JsonMapper json) {
        this.apps = apps;
        this.json = json;
    }

    /** {@code apple-app-site-association}; empty while there is no iOS app. */
    public Optional<String> ofApple(WorkspaceId workspace) {
        return apps.opening(workspace, Platform.IOS)
                .map(app -> Map.of("applinks", Map.of("details", List.of(new AppleApp(app)))))
                .map(json::writeValueAsString);
    }

    /** {@code assetlinks.json}; empty while there is no Android app. */
    public Optional<String> ofAndroid(WorkspaceId workspace) {
        return apps.opening(workspace, Platform.ANDROID)
                .map(app -> List.of(new AndroidStatement(
                        List.of("delegate_permission/common.handle_all_urls"),
                        new AndroidApp("android_app", app.appId(), app.signers()))))
                .map(json::writeValueAsString);
    }

    record AppleApp(List<String> appIDs, List<Map<String, String>> components) {
        AppleApp(StoreApp app) {
            this(List.of(app.signers().getFirst() + "." + app.appId()), MAGIC_LINKS);
        }
    }

    record AndroidStatement(List<String> relation, AndroidApp target) {}

    record AndroidApp(
            String namespace,
            @JsonProperty("package_name") String packageName,
            @JsonProperty("sha256_cert_fingerprints") List<String> fingerprints) {}
}
