package io.portico.portal;

import static org.assertj.core.api.Assertions.assertThat;

import io.portico.apps.PortalApp.Platform;
import io.portico.apps.PortalApps;
import io.portico.apps.StoreApp;
import io.portico.apps.StoreApp.StoreState;
import io.portico.apps.StoreApps;
import io.portico.workspace.Accent;
import io.portico.workspace.Brand;
import io.portico.workspace.Brands;
import io.portico.workspace.Workspace;
import io.portico.workspace.images.IconShape;
import io.portico.workspace.images.Picture;
import io.portico.workspace.images.PictureResult;
import io.portico.workspace.images.Pictures;
import io.portico.workspace.images.Uploads;
import java.awt.Color;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The portal as an app, as browsers and phones ask for it. */
class AppTests extends PortalTest {
    private static final String FINGERPRINT = "AB:".repeat(31) + "CD";

    @Autowired
    private Brands brands;

    @Autowired
    private Pictures pictures;

    @Autowired
    private StoreApps stores;

    @Autowired
    private PortalApps apps;

    @Autowired
    private JsonMapper json;

    @Test
    void describesItselfInTheWorkspacesOwnNameAndLook() {
        wear("Söhne Steuerberatung", "#101820");

        JsonNode manifest = json.readTree(get("/app.webmanifest").body());

        assertThat(manifest.get("name").asString()).isEqualTo("Söhne Steuerberatung");
        assertThat(manifest.get("short_name").asString()).isEqualTo("Söhne");
        assertThat(manifest.get("theme_color").asString()).isEqualTo("#101820");
        assertThat(manifest.get("start_url").asString()).isEqualTo("/?source=app");
        assertThat(manifest.get("display").asString()).isEqualTo("standalone");
        assertThat(manifest.get("icons")).hasSize(3).allSatisfy(icon -> {
            assertThat(get(icon.get("src").asString()).header("Content-Type")).isEqualTo("image/png");
        });
        assertThat(manifest.get("shortcuts")).hasSize(2);
        Workspace neighbour = aWorkspace();
        assertThat(aVisitor(hostOf(neighbour)).get("/app.webmanifest").body())
                .contains(neighbour.name())
                .doesNotContain("Söhne", "#101820", "/brand/");
    }

    @Test
    void keepsNoPageThatKnowsSomebody() {
        PortalVisitor.Page worker = get("/sw.js");

        assertThat(worker.header("Content-Type")).startsWith("text/javascript");
        assertThat(worker.header("Cache-Control")).isEqualTo("no-cache");
        assertThat(worker.body()).contains("credentials: \"omit\"").doesNotContain("cache.put", "__SHELL__");
        List<String> kept = worker.body()
                .lines()
                .filter(line -> line.startsWith("const SHELL"))
                .flatMap(line -> Arrays.stream(line.split("\"")))
                .filter(part -> part.startsWith("/"))
                .toList();
        assertThat(kept).hasSize(4).allMatch(path -> path.startsWith("/assets/") || path.startsWith("/brand.css"));
        PortalVisitor member = signedIn(kim);
        assertThat(member.get("/offline").body())
                .contains("You are offline")
                .doesNotContain("Kim", "_csrf", "/sign-out", "<form");
    }

    @Test
    void isTakenAnewWhenTheLookChanges() {
        String before = get("/sw.js").body();

        assertThat(get("/sw.js").body()).isEqualTo(before);
        wear("Other", "#123456");

        assertThat(get("/sw.js").body()).isNotEqualTo(before);
    }

    @Test
    void forgetsWhatTheBrowserKeptAtSignOut() {
        assertThat(signedIn(kim).post("/sign-out").header("Clear-Site-Data")).isEqualTo("\"cache\", \"storage\"");
    }

    @Test
    void countsAContactOnceAMonth() {
        PortalVisitor member = signedIn(kim);
        member.get("/");
        assertThat(apps.of(acme).usage().ever()).isZero();

        member.get("/?source=app");
        member.get("/?source=app");
        signedIn(kim).get("/?source=app");

        assertThat(apps.of(acme).usage().ever()).isOne();
        assertThat(apps.of(acme).usage().lately()).isOne();
        assertThat(facts(kim, "app.opened")).isOne();
    }

    @Test
    void comesBackToTheAppAfterSigningInWithTheCode() {
        PortalVisitor stranger = aVisitor();
        PortalVisitor.Page door = stranger.get("/?source=app");

        assertThat(door.location()).isEqualTo("/sign-in?to=%2F%3Fsource%3Dapp");
        PortalVisitor.Page page = stranger.get(door.location());
        assertThat(page.body()).contains("name=\"to\" value=\"/?source=app\"", "We e-mail you a code");
        String code = aMailedCode(kim).reveal();
        PortalVisitor.Page in =
                stranger.post("/sign-in/code", "email", address(kim), "code", code, "to", "/?source=app");

        assertThat(in.location()).isEqualTo("/?source=app");
    }

    @Test
    void tellsPhonesNothingUntilAnAppIsSetUp() {
        assertThat(get("/.well-known/apple-app-site-association").status()).isEqualTo(404);
        assertThat(get("/.well-known/assetlinks.json").status()).isEqualTo(404);
    }

    @Test
    void letsMagicLinksOpenTheAppsOfThisWorkspaceAlone() {
        save(Platform.IOS, StoreState.LIVE, "com.example.acme", "A1B2C3D4E5");
        save(Platform.ANDROID, StoreState.SUBMITTED, "com.example.acme", FINGERPRINT);
        Workspace neighbour = aWorkspace();

        PortalVisitor.Page apple = get("/.well-known/apple-app-site-association");
        PortalVisitor.Page android = get("/.well-known/assetlinks.json");

        assertThat(apple.header("Content-Type")).isEqualTo("application/json");
        assertThat(json.readTree(apple.body())).isEqualTo(json.readTree("""
                                {"applinks":{"details":[{"appIDs":["A1B2C3D4E5.com.example.acme"],"components":[{"/":"/in/*"}]}]}}"""));
        assertThat(json.readTree(android.body())).isEqualTo(json.readTree("""
                                [{"relation":["delegate_permission/common.handle_all_urls"],"target":{"namespace":"android_app",
                                "package_name":"com.example.acme","sha256_cert_fingerprints":["%s"]}}]""".formatted(FINGERPRINT)));
        assertThat(aVisitor(hostOf(neighbour))
                        .get("/.well-known/assetlinks.json")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void opensTheBrowserAgainWhileAnAppIsPaused() {
        save(Platform.IOS, StoreState.PAUSED, "com.example.acme", "A1B2C3D4E5");

        assertThat(get("/.well-known/apple-app-site-association").status()).isEqualTo(404);
    }

    private void save(Platform platform, StoreState state, String id, String signer) {
        var app = new StoreApp(platform, state, id, List.of(signer), Optional.empty(), "", "", "");
        stores.save(acme.id(), app, PORTICO);
    }

    private void wear(String name, String band) {
        var icon = pictures.icon(Uploads.png(512, 512, Color.BLUE));
        if (icon instanceof PictureResult.Made<Map<IconShape, Picture>>(var made)) {
            brands.draftIcon(acme.id(), made);
        }
        Brand before = brands.latest(acme.id());
        brands.draft(
                acme.id(),
                new Brand(
                        name,
                        before.accent(),
                        Accent.parse(band).orElseThrow(),
                        before.pictures(),
                        before.words(),
                        before.links()));
        brands.publish(acme.id(), PORTICO);
    }

    private PortalVisitor.Page get(String path) {
        return aVisitor().get(path);
    }
}
