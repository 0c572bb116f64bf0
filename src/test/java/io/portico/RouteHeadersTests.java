package io.portico;

import static org.assertj.core.api.Assertions.assertThat;

import io.portico.Visitor.Page;
import io.portico.kernel.ContactId;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every route there is carries the headers that protect its visitors, whoever asks and however it is answered. */
class RouteHeadersTests extends RouteTest {
    /** The same for everybody, so a browser may keep it. */
    private static final Set<String> MAY_BE_KEPT = Set.of(
            "portal GET /brand.css",
            "portal GET /app.webmanifest",
            "portal GET /sw.js",
            "portal GET /.well-known/apple-app-site-association",
            "portal GET /.well-known/assetlinks.json",
            "portal GET /brand/{picture}.png",
            "portal GET /icon.svg",
            "portal GET /favicon.ico",
            "console GET /w/{workspace}/brand/{picture}.png");

    /** Mails bring styles of their own; they are shown in a sandbox where nothing runs. */
    private static final Set<String> SHOW_A_MAIL = Set.of(
            "console GET /w/{workspace}/mailbox/{mail}/html",
            "console GET /w/{workspace}/settings/mails/{template}/{language}/preview",
            "console GET /w/{workspace}/settings/brand/preview/mail");

    @TestFactory
    Stream<DynamicTest> carryTheHeadersThatProtectThem() {
        Visitor member = aMember();
        return each(routes().filter(route -> !route.path().endsWith("/sign-out")), route -> {
            Visitor insider = route.site().equals("console") ? owner.twin() : member.twin();
            var stranger = new Visitor(installation.port(), hostOf(route));

            assertProtected(route, ask(insider, route, route.filled(ours)));
            assertProtected(route, ask(stranger, route, route.filled(ours)));
            assertProtected(route, stranger.postForged(route.filled(ours)));
        });
    }

    private Visitor aMember() {
        Visitor member = new Visitor(installation.port(), acme.slug() + ".localhost");
        ContactId kim = ContactId.parse(ours.get("contact")).orElseThrow();
        member.post(aLink(acme, kim).url().getPath());
        assertThat(member.get("/profile").status()).isEqualTo(200);
        return member;
    }

    private static void assertProtected(Route route, Page page) {
        assertThat(page.header("Content-Security-Policy"))
                .contains("default-src 'none'")
                .containsPattern("frame-ancestors '(none|self)'")
                .contains("base-uri 'none'")
                .doesNotContain("script-src 'unsafe", "unsafe-eval", "http:", "https:", "*");
        if (SHOW_A_MAIL.contains(route.toString()) && page.status() == 200) {
            assertThat(page.header("Content-Security-Policy"))
                    .startsWith("sandbox")
                    .doesNotContain("allow-scripts", "allow-same-origin", "script-src");
        } else {
            assertThat(page.header("Content-Security-Policy")).doesNotContain("unsafe-inline");
        }
        assertThat(page.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(page.header("X-Frame-Options")).isIn("DENY", "SAMEORIGIN");
        assertThat(page.header("Referrer-Policy")).isEqualTo("no-referrer");
        if (!MAY_BE_KEPT.contains(route.toString())) {
            assertThat(page.header("Cache-Control")).contains("no-store");
        }
        if (route.site().equals("portal") && route.path().startsWith("/in")) {
            assertThat(page.header("X-Robots-Tag")).isEqualTo("noindex, nofollow");
        }
        if (route.site().equals("portal") && page.header("Content-Type").startsWith("text/html")) {
            assertThat(page.body()).contains("<meta name=\"robots\" content=\"noindex\">");
        }
    }
}
