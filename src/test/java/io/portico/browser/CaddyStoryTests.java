package io.portico.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import io.portico.Caddy;
import io.portico.NameServer;
import io.portico.PorticoTest;
import io.portico.TlsClient;
import io.portico.access.Device;
import io.portico.access.LinkPurpose;
import io.portico.access.LinkTarget;
import io.portico.access.MagicLinks;
import io.portico.access.NewLink;
import io.portico.access.OperatorSessions;
import io.portico.contacts.Contact;
import io.portico.domains.Certificates;
import io.portico.domains.ClaimResult;
import io.portico.domains.HostCheck;
import io.portico.domains.HostChecks;
import io.portico.domains.PortalAddresses;
import io.portico.domains.PortalHost;
import io.portico.domains.PortalHosts;
import io.portico.domains.tls.TlsCheck;
import io.portico.domains.tls.TlsHandshakes;
import io.portico.domains.tls.TlsState;
import io.portico.mail.Mailbox;
import io.portico.workspace.Workspace;
import java.net.URI;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;

/**
 * A real Caddy, set up by {@code deploy/Caddyfile} with its internal authority, in front of two workspaces with hosts of
 * their own; a browser that knows this authority beside the usual ones follows mailed links through it.
 */
@TestInstance(Lifecycle.PER_CLASS)
@TestPropertySource(
        properties = {
            "portico.data=target/test-data/${portico.fork:1}/behind-caddy",
            "portico.portal-base=portals.story.test",
            "portico.trusted-proxies=127.0.0.1"
        })
class CaddyStoryTests extends PorticoTest {
    private static final Pattern LINK = Pattern.compile("https://\\S+/in/\\S+");
    private static final String HUB = "hub.story.test";
    private static final int HTTPS = Caddy.freePort();

    @Autowired
    private PortalHosts hosts;

    @Autowired
    private HostChecks checks;

    @Autowired
    private Certificates certificates;

    @Autowired
    private TlsHandshakes handshakes;

    @Autowired
    private PortalAddresses addresses;

    @Autowired
    private Mailbox mailbox;

    @Autowired
    private MagicLinks links;

    @Autowired
    private OperatorSessions operatorSessions;

    private Caddy caddy;
    private TrustingChromium chromium;
    private Workspace acme;
    private Contact kim;

    @DynamicPropertySource
    static void behindCaddy(DynamicPropertyRegistry settings) {
        settings.add("portico.url", () -> "https://" + HUB + ":" + HTTPS);
    }

    @BeforeAll
    void startCaddyAndABrowser() throws Exception {
        NameServer.set(HUB, "A 127.0.0.1");
        NameServer.set("*.portals.story.test", "A 127.0.0.1");
        caddy = Caddy.start(HTTPS, installation.port());
        chromium = TrustingChromium.knowing(caddy.authority(), Files.createTempDirectory("chromium"));
    }

    @AfterAll
    void stop() {
        chromium.close();
        caddy.close();
    }

    @BeforeEach
    void aMember() {
        acme = aWorkspace();
        kim = aContact().named("Kim", "Lee").in(acme);
        await().until(() -> certificates.mayBeIssuedFor(acme.slug() + ".portals.story.test"));
    }

    @Test
    void carriesAMailedLinkOverHttpsToTheHostThatWasChosenMeanwhile() {
        URI mailed = askedForOnThePortal();
        assertThat(mailed.getHost()).isEqualTo(acme.slug() + ".portals.story.test");
        String own = at(chosen(acme));
        PortalHost others = chosen(aWorkspace());

        try (BrowserContext context = chromium.browser().newContext()) {
            Page page = context.newPage();
            var answer = page.navigate(mailed + "?from=mail");
            assertThat(answer.request().redirectedFrom().url()).startsWith(mailed.toString());
            assertThat(page).hasURL(own + mailed.getPath() + "?from=mail");
            page.locator("main button[type=submit]").click();
            assertThat(page).hasURL(own + "/");
            assertThat(page.locator("h1")).containsText("Kim");
            assertSessionIsOfThisHostAlone(context);

            page.navigate(at(others) + "/profile");
            assertThat(page).hasURL(at(others) + "/sign-in?to=%2Fprofile");
        }
    }

    private URI askedForOnThePortal() {
        try (BrowserContext context = chromium.browser().newContext()) {
            Page page = context.newPage();
            page.navigate(addresses.of(acme) + "/sign-in");
            page.fill("#email", kim.email().orElseThrow().value());
            page.locator("main button[type=submit]").first().click();
            assertThat(page.locator("#code")).isVisible();
        }
        return await().atMost(Duration.ofSeconds(20))
                .until(this::linkInTheMail, Optional::isPresent)
                .orElseThrow();
    }

    private Optional<URI> linkInTheMail() {
        return mailbox.latest(acme.id(), 10, Optional.empty()).stream()
                .flatMap(entry -> mailbox.find(acme.id(), entry.id()).stream())
                .flatMap(mail -> LINK.matcher(mail.text()).results())
                .map(found -> URI.create(found.group()))
                .findFirst();
    }

    private static void assertSessionIsOfThisHostAlone(BrowserContext context) {
        assertThat(context.cookies().stream()
                        .filter(cookie -> cookie.name.startsWith("__Host-portico_session"))
                        .toList())
                .hasSize(1)
                .allMatch(cookie -> cookie.secure && cookie.httpOnly && cookie.path.equals("/"));
    }

    @Test
    void hasNoCertificateForAHostThatNobodyProved() throws Exception {
        String claimed = "claimed." + acme.slug() + ".story.test";
        hosts.claim(acme.id(), claimed, PORTICO);

        try (BrowserContext context = chromium.browser().newContext()) {
            Page page = context.newPage();
            for (String host : List.of("stranger.story.test", claimed, "nobody.portals.story.test")) {
                assertThatThrownBy(() -> page.navigate("https://" + host + ":" + HTTPS + "/"))
                        .hasMessageContaining("ERR_SSL_PROTOCOL_ERROR");
                assertThat(handshakes.with(host)).map(TlsCheck::state).contains(TlsState.REFUSED);
            }
        }
    }

    @Test
    void seesTheCertificateOfAHostAsABrowserDoes() throws Exception {
        PortalHost host = chosen(acme);

        TlsCheck strange = tlsOf(host);
        assertThat(strange.state()).isEqualTo(TlsState.UNTRUSTED);
        assertThat(strange.issuer().orElseThrow()).contains("Caddy Local Authority");
        assertThat(strange.expiresAt()).isPresent();
        assertThat(badge(acme)).contains("Certificate of an unknown authority");

        System.setProperty("javax.net.ssl.trustStore", caddy.trustStore().toString());
        System.setProperty("javax.net.ssl.trustStorePassword", Caddy.PASSWORD);
        try {
            assertThat(tlsOf(host).state()).isEqualTo(TlsState.VALID);
            assertThat(badge(acme)).contains("DNS and TLS in order");
            assertThat(badge(aWorkspace()))
                    .as("a sub-domain, looked at while the page waits")
                    .contains("DNS and TLS in order");
        } finally {
            System.clearProperty("javax.net.ssl.trustStore");
            System.clearProperty("javax.net.ssl.trustStorePassword");
        }
    }

    private Page consoleOf(Workspace workspace) {
        BrowserContext context = chromium.browser().newContext();
        var secret = operatorSessions.open(ownerOf(workspace).id(), new Device("127.0.0.1", "Story"));
        context.addCookies(List.of(new Cookie("__Host-portico_session", secret.reveal())
                .setUrl(installation.consoleUrl().toString())
                .setSecure(true)));
        return context.newPage();
    }

    private String badge(Workspace workspace) {
        Page page = consoleOf(workspace);
        page.navigate(installation.consoleUrl() + "/w/" + workspace.slug());
        return page.locator("#portal-health:not([hx-get])").textContent();
    }

    private TlsCheck tlsOf(PortalHost host) {
        PortalHost row = hosts.find(acme.id(), host.host().value()).orElseThrow();
        return checks.check(row, PORTICO).host().check().flatMap(HostCheck::tls).orElseThrow();
    }

    @Test
    void believesThisProxyAloneWhoTheClientIs() throws Exception {
        PortalHost host = chosen(acme);
        String[] forged = {
            "X-Forwarded-For: 198.51.100.9",
            "X-Forwarded-Host: stranger.story.test",
            "X-Forwarded-Proto: http",
            "Forwarded: for=198.51.100.9;host=stranger.story.test;proto=http",
            "X-Real-IP: 198.51.100.9"
        };

        String byCaddy =
                new TlsClient(HTTPS, caddy.trustStore()).get(host.host().value(), aLink(), forged);
        assertThat(byCaddy).startsWith("HTTP/1.1 200").contains("Set-Cookie: __Host-", "Secure");
        assertThat(lastAddress()).contains(TlsClient.ADDRESS);

        var direct = new TlsClient(installation.port(), caddy.trustStore());
        assertThat(direct.getPlainly(host.host().value(), aLink(), forged)).startsWith("HTTP/1.1 200");
        assertThat(lastAddress()).contains(TlsClient.ADDRESS);
    }

    private Optional<String> lastAddress() {
        return activity.about(acme.id(), kim.id(), 1).getFirst().address();
    }

    private String aLink() {
        var wanted = new NewLink(kim.id(), LinkPurpose.OPERATOR, Optional.empty(), LinkTarget.HOME, Optional.empty());
        return links.make(acme.id(), wanted, PORTICO).url().getPath();
    }

    private PortalHost chosen(Workspace workspace) {
        String name = "clients." + workspace.slug() + ".story.test";
        if (hosts.claim(workspace.id(), name, PORTICO) instanceof ClaimResult.Claimed(var claim)) {
            NameServer.set(name, "CNAME " + HUB + ".");
            NameServer.set(claim.tokenName(), "TXT \"" + claim.token().record() + "\"");
            PortalHost host = checks.check(claim, PORTICO).host();
            assertThat(hosts.choose(workspace.id(), host.host(), PORTICO)).isTrue();
            return host;
        }
        throw new AssertionError("not claimed: " + name);
    }

    private static String at(PortalHost host) {
        return "https://" + host.host() + ":" + HTTPS;
    }
}
