package io.portico.console.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.portico.Visitor;
import io.portico.Visitor.Page;
import io.portico.apps.StoreApp;
import io.portico.apps.StoreApps;
import io.portico.console.ConsoleTest;
import io.portico.workspace.Role;
import io.portico.workspace.Workspace;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

class PortalAppTests extends ConsoleTest {
    private static final String DIGITS = "ab".repeat(32);

    @Autowired
    private StoreApps stores;

    private Workspace acme;
    private Visitor owner;

    @BeforeEach
    void aWorkspaceWithAnOwner() {
        acme = aWorkspace();
        owner = signedIn(acme, Role.OWNER);
    }

    @Test
    void setsUpAppsAndShowsThemOnTheDashboard() {
        assertThat(send("ios").status()).isEqualTo(303);
        assertThat(send("android", "notes", "Waiting for the review").status()).isEqualTo(303);

        assertThat(stores.of(acme.id()))
                .extracting(StoreApp::appId)
                .containsExactly("com.example.acme", "com.example.acme");
        assertThat(stores.of(acme.id()).getFirst().signers()).containsExactly("AB:".repeat(31) + "AB");
        String dashboard = owner.get("/w/" + acme.slug()).body();
        assertThat(dashboard)
                .contains(
                        "Can be installed, under a letter", "Waiting for the review", "https://apps.apple.com/app/id1")
                .contains("Nobody yet", "data-state=\"live\"");
        assertThat(facts(acme.id())).contains("store_app.changed");
    }

    @Test
    void removesAnApp() {
        send("ios");

        assertThat(owner.post(at("/ios/remove")).status()).isEqualTo(303);

        assertThat(stores.of(acme.id())).isEmpty();
        assertThat(facts(acme.id())).startsWith("store_app.removed");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ios|id|com example|Found “com example”. A bundle id such as com.example.portal is needed",
                "ios|id|acme|A bundle id such as",
                "ios|signers|short|Found “SHORT”. A team id of 10 letters",
                "ios|link|https://evil.example/app|Found “https://evil.example/app”",
                "ios|link|https://apps.apple.com.evil.example/|An address in the store is needed",
                "ios|version|1.x|Found “1.x”. A version such as 1.4.2",
                "ios|state|gone|Choose one from the list",
                "android|id|com.1example|A package such as com.example.portal",
                "android|signers|AB:CD|Found “AB:CD”. A SHA-256 fingerprint is needed",
                "android|link|javascript:alert(1)|Found “javascript:alert(1)”",
                "android|minimum|-1|Found “-1”. A version such as",
                "android|notes|\u202eevil|characters that cannot be seen"
            })
    void tellsWhatWasFoundAndWhatIsNeededAndChangesNothing(
            String platform, String field, String typed, String message) {
        Page page = send(platform, field, typed);

        assertThat(page.status()).isEqualTo(422);
        assertThat(page.body()).contains(message).contains("id=\"" + platform + "-" + field + "-error\"");
        assertThat(stores.of(acme.id())).isEmpty();
    }

    private Page send(String platform, String... changed) {
        boolean apple = platform.equals("ios");
        Map<String, String> typed = new LinkedHashMap<>(Map.of(
                "state", apple ? "live" : "submitted",
                "id", "com.example.acme",
                "signers", apple ? "A1B2C3D4E5" : DIGITS + "\r\n" + DIGITS.toUpperCase(java.util.Locale.ROOT),
                "link", apple ? "https://apps.apple.com/app/id1" : "",
                "version", "1.4.2",
                "minimum", "",
                "notes", ""));
        for (int i = 0; i < changed.length; i += 2) {
            typed.put(changed[i], changed[i + 1]);
        }
        List<String> fields = new ArrayList<>();
        typed.forEach((name, value) -> fields.addAll(List.of(platform + "-" + name, value)));
        return owner.post(at("/" + platform), fields.toArray(String[]::new));
    }

    private String at(String below) {
        return "/w/" + acme.slug() + "/settings/portal-app" + below;
    }
}
