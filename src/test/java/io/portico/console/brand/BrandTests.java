package io.portico.console.brand;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.portico.Visitor;
import io.portico.Visitor.Page;
import io.portico.console.ConsoleTest;
import io.portico.kernel.Slug;
import io.portico.workspace.Brand;
import io.portico.workspace.BrandImages;
import io.portico.workspace.Brands;
import io.portico.workspace.Role;
import io.portico.workspace.SubDomains;
import io.portico.workspace.Workspace;
import io.portico.workspace.images.IconShape;
import io.portico.workspace.images.Uploads;
import java.awt.Color;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

class BrandTests extends ConsoleTest {
    @Autowired
    private Brands brands;

    @Autowired
    private BrandImages images;

    @Autowired
    private SubDomains subDomains;

    private Workspace acme;
    private Visitor owner;

    @BeforeEach
    void aWorkspaceWithAnOwner() {
        acme = aWorkspace();
        owner = signedIn(acme, Role.OWNER);
    }

    @Test
    void showsClientsNothingOfADraftAndAllOfWhatIsPublished() {
        Page saved = send("", "name", "Söhne & Co", "accent", "#0b6e4f", "footer", "Söhne & Co\r\nBusan");

        assertThat(saved.status()).isEqualTo(303);
        assertThat(signInPage(acme)).doesNotContain("Söhne").contains(acme.name());
        assertThat(facts(acme.id())).doesNotContain("brand.published");

        send("/publish", "name", "Söhne & Co", "accent", "#0a1f44", "footer", "Söhne & Co\r\nBusan");

        assertThat(signInPage(acme)).contains("Söhne &amp; Co", "Busan").doesNotContain(acme.name());
        assertThat(portal(acme, "/brand.css").body())
                .startsWith(":root{--accent:#0a1f44;")
                .as("lightened in the dark")
                .containsPattern("dark\\)\\{:root\\{--accent:#(?!0a1f44)");
        assertThat(workspaces.get(acme.id()).name()).isEqualTo("Söhne & Co");
        assertThat(facts(acme.id())).startsWith("brand.published");
    }

    @Test
    void goesBackToWhatIsPublished() {
        send("", "name", "Other");

        send("/discard");

        assertThat(brands.draft(acme.id())).isEmpty();
        assertThat(owner.get(at("")).body()).contains("value=\"" + acme.name() + "\"");
        assertThat(facts(acme.id())).startsWith("brand.draft_discarded");
        assertThat(send("/publish").status()).isEqualTo(303);
        assertThat(facts(acme.id())).doesNotContain("brand.published");
    }

    @Test
    void wearsEverythingOnErrorPagesToo() {
        send(
                "/publish",
                "name",
                "Söhne",
                "band",
                "#101820",
                "support",
                "help+x@example.com",
                "terms",
                "https://example.com/terms?a=1&b=2",
                "privacy",
                "https://example.com/privacy");

        for (String path : List.of("/sign-in", "/in/" + "A".repeat(43), "/in")) {
            assertThat(portal(acme, path).body())
                    .contains("Söhne", "data-band=\"coloured\"", "href=\"mailto:help%2Bx@example.com\"")
                    .contains("href=\"https://example.com/terms?a=1&amp;b=2\"", "content=\"#101820\"");
        }
    }

    @Test
    void wearsEverythingOnThePageOfAHostItLeftToo() {
        send("/publish", "name", "Söhne", "band", "#101820", "footer", "Busan", "support", "help@example.com");
        var moved = new Slug("left-" + acme.slug());
        subDomains.change(acme.id(), moved, PORTICO);

        var visitor = new Visitor(installation.port(), acme.slug() + ".localhost");
        visitor.get("/sign-in");
        assertThat(visitor.post("/sign-in", "email", "kim@example.com").body())
                .contains("This page has moved", "Söhne", "data-band=\"coloured\"", "Busan", "mailto:help@example.com");
        assertThat(visitor.get("/brand.css").body()).contains("--band:#101820");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '\u0001',
            delimiter = '|',
            value = {
                "accent|#ffd400|#ffd400 has a contrast of 1.4 : 1, and 3.0 : 1 is needed",
                "accent|red;}body{display:none|Found “red;}body{display:none”",
                "band|url(//evil.example)|A colour such as #2f5bd0 is needed",
                "terms|javascript:alert(1)|Found “javascript:alert(1)”",
                "terms|http://example.com|begins with https:// is needed",
                "privacy|https://user@example.com/|begins with https:// is needed",
                "privacy|https://127.0.0.1/x|begins with https:// is needed",
                "support|a@b@c|not one complete e-mail address",
                "name||This is needed",
                "name|Acme\u202egnp.exe|characters that cannot be seen",
                "footer|\u2066hidden\u2069|characters that cannot be seen",
                "welcome-ko|\u200bx|characters that cannot be seen"
            })
    void tellsWhatWasFoundAndWhatIsNeededAndChangesNothing(String field, String typed, String message) {
        Page page = send("", field, typed == null ? "" : typed);

        assertThat(page.status()).isEqualTo(422);
        assertThat(page.body()).contains(message).contains("id=\"" + field + "-error\"");
        assertThat(brands.draft(acme.id())).isEmpty();
    }

    @Test
    void refusesWhatIsTooLongAndKeepsIt() {
        Page page = send("", "name", "ب".repeat(200), "footer", "x".repeat(401));

        assertThat(page.body())
                .contains("At most 80 characters are possible, found 200", "ب".repeat(200))
                .contains("At most 400 characters are possible, found 401");
    }

    @Test
    void mendsAColourByOneButton() {
        Page refused = send("", "accent", "#ffd400", "footer", "Kept");

        assertThat(refused.body()).contains("name=\"take\" value=\"#b09200\"");
        String proposal = refused.body().replaceAll("(?s).*name=\"take\" value=\"(#[0-9a-f]{6})\".*", "$1");
        send("", "accent", "#ffd400", "footer", "Kept", "take", proposal);

        Brand draft = brands.draft(acme.id()).orElseThrow();
        assertThat(draft.accent().value()).isEqualTo(proposal);
        assertThat(draft.accent().contrastWithWhite()).isBetween(3.0, 3.3);
        assertThat(draft.words().footer()).isEqualTo("Kept");
    }

    @Test
    void takesPicturesAndServesThemOnItsOwnHostAlone() {
        owner.get(at(""));
        assertThat(owner.upload(at("/icon"), "icon.exe", Uploads.png(512, 512, Color.BLUE))
                        .status())
                .isEqualTo(303);
        assertThat(owner.upload(at("/logo"), "logo.svg", """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 1"><rect width="4" height="1"/></svg>""".getBytes(UTF_8)).status())
                .isEqualTo(303);
        assertThat(owner.get(at("/preview/mail")).body())
                .as("a draft's logo, though no portal has it yet")
                .contains("<img src=\"data:image/png;base64,")
                .doesNotContain("/brand/");
        send("/publish");

        var pictures = workspaces.get(acme.id()).brand().pictures();
        String icon = "/brand/" + pictures.icon(IconShape.APPLE_180).orElseThrow() + ".png";
        Page served = portal(acme, icon);
        assertThat(served.status()).isEqualTo(200);
        assertThat(served.header("Content-Type")).isEqualTo("image/png");
        assertThat(served.header("Cache-Control")).contains("immutable", "public", "max-age=31536000");
        assertThat(served.header("Content-Security-Policy")).startsWith("sandbox;");
        assertThat(served.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(signInPage(acme))
                .contains(icon, "/brand/" + pictures.logo().orElseThrow().hash() + ".png");

        assertThat(portal(aWorkspace(), icon).status())
                .as("on a neighbour's host")
                .isEqualTo(404);
        assertThat(owner.get("/w/" + acme.slug() + icon).status()).isEqualTo(200);
    }

    @Test
    void saysWhatIsWrongWithAPictureAndKeepsTheOneBefore() {
        owner.get(at(""));
        owner.upload(at("/icon"), "icon.png", Uploads.png(512, 512, Color.BLUE));
        var before = brands.latest(acme.id());

        assertThat(owner.upload(at("/icon"), "icon.png", Uploads.pngHeader(30_000, 30_000))
                        .body())
                .contains("The picture has 30000 × 30000 pixels; at most 4,096 a side");
        assertThat(owner.upload(
                                at("/logo"),
                                "logo.png",
                                "<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>".getBytes(UTF_8))
                        .body())
                .contains("The drawing contains &lt;script&gt;");
        assertThat(owner.upload(at("/logo"), "logo.png", new byte[3 * 1024 * 1024])
                        .body())
                .contains("The file has 2.1 MB; at most 2 MB");
        assertThat(brands.latest(acme.id())).isEqualTo(before);
    }

    @Test
    void forgetsPicturesThatWereNeverShown() {
        owner.get(at(""));
        owner.upload(at("/icon"), "icon.png", Uploads.png(512, 512, Color.BLUE));
        String first =
                brands.latest(acme.id()).pictures().icon(IconShape.TAB_16).orElseThrow();
        owner.upload(at("/icon"), "icon.png", Uploads.png(512, 512, Color.GREEN));
        assertThat(images.find(acme.id(), first)).isEmpty();

        send("/publish");
        String shown =
                brands.latest(acme.id()).pictures().icon(IconShape.TAB_16).orElseThrow();
        owner.upload(at("/icon"), "icon.png", Uploads.png(512, 512, Color.RED));
        send("/publish");
        assertThat(images.find(acme.id(), shown)).as("mails still show it").isPresent();
    }

    @Test
    void showsTheDraftInFramesWhereNothingRuns() {
        send("", "name", "<script>alert(1)</script>", "band", "#123456", "welcome-en", "<img src=x onerror=alert(1)>");

        for (String page : List.of("sign-in", "home", "mail")) {
            Page preview = owner.get(at("/preview/" + page));
            assertThat(preview.body()).contains("&lt;script&gt;alert(1)").doesNotContain("<script>alert", "<img src=x");
            assertThat(preview.header("Content-Security-Policy"))
                    .startsWith("sandbox ")
                    .contains("default-src 'none'", "form-action 'none'")
                    .doesNotContain("allow-scripts", "script-src");
        }
        assertThat(owner.get("/w/" + acme.slug() + "/brand.css").body()).contains("--band:#123456");
    }

    private Page send(String below, String... changed) {
        Map<String, String> typed =
                new LinkedHashMap<>(BrandForm.of(brands.latest(acme.id())).typed());
        for (int i = 0; i < changed.length; i += 2) {
            typed.put(changed[i], changed[i + 1]);
        }
        List<String> fields = new ArrayList<>();
        typed.forEach((name, value) -> fields.addAll(List.of(name, value)));
        return owner.post(at(below), fields.toArray(String[]::new));
    }

    private String at(String below) {
        return "/w/" + acme.slug() + "/settings/brand" + below;
    }

    private String signInPage(Workspace workspace) {
        return portal(workspace, "/sign-in").body();
    }

    private Page portal(Workspace workspace, String path) {
        return new Visitor(installation.port(), workspace.slug() + ".localhost").get(path);
    }
}
