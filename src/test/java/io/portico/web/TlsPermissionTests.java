package io.portico.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.portico.NameServer;
import io.portico.PorticoTest;
import io.portico.domains.Certificates;
import io.portico.domains.ClaimResult;
import io.portico.domains.HostChecks;
import io.portico.domains.PortalHost;
import io.portico.domains.PortalHosts;
import io.portico.installation.HostSettings;
import io.portico.workspace.Workspace;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class TlsPermissionTests extends PorticoTest {
    private static final HttpClient CADDY = HttpClient.newHttpClient();

    @Autowired
    PortalHosts hosts;

    @Autowired
    HostChecks checks;

    @Autowired
    Certificates certificates;

    @Autowired
    HikariDataSource database;

    private Workspace acme;
    private PortalHost claim;

    @BeforeEach
    void aClaim() {
        acme = aWorkspace();
        if (hosts.claim(acme.id(), "tls-" + acme.slug() + ".ask.test", PORTICO)
                instanceof ClaimResult.Claimed(var it)) {
            claim = it;
        }
    }

    private void verify() {
        NameServer.set(claim.host().value(), "CNAME localhost.");
        NameServer.set(claim.tokenName(), "TXT \"" + claim.token().record() + "\"");
        checks.check(claim, PORTICO);
    }

    private String ask(String domain, String... headers) {
        return send("GET", "/tls/ask?domain=" + domain, headers);
    }

    private String send(String method, String path, String... headers) {
        try {
            var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + installation.port() + path))
                    .method(method, HttpRequest.BodyPublishers.noBody())
                    .timeout(Duration.ofSeconds(5));
            if (headers.length > 0) {
                request.headers(headers);
            }
            var answer = CADDY.send(request.build(), BodyHandlers.ofString());
            return answer.statusCode() + " " + answer.body().strip();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void allowsHostsOnlyOnceTheyAreProved() {
        String host = claim.host().value();
        assertThat(ask(host)).isEqualTo("403 no");
        verify();
        assertThat(ask(host)).isEqualTo("200 yes");
        assertThat(ask(host.toUpperCase(java.util.Locale.ROOT))).isEqualTo("200 yes");
        assertThat(ask("x." + host)).isEqualTo("403 no");
        hosts.remove(acme.id(), claim.host(), PORTICO);
        assertThat(ask(host)).as("its notice").isEqualTo("200 yes");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "nobody.localhost", "evil.example", "127.0.0.1", "%00", "*.localhost", "a..b", "localhost."})
    void refusesAllOthers(String domain) {
        assertThat(ask(domain)).isEqualTo("403 no");
    }

    @Test
    void allowsTheConsoleAndSubDomains() {
        assertThat(ask("localhost")).isEqualTo("200 yes");
        org.awaitility.Awaitility.await()
                .until(() -> ask(acme.slug() + ".localhost").equals("200 yes"));
    }

    @Test
    void answersNobodyWhomAProxySpeaksFor() {
        assertThat(ask("localhost", "X-Forwarded-For", "203.0.113.7"))
                .doesNotStartWith("200")
                .doesNotStartWith("403");
        assertThat(ask("localhost", "Forwarded", "for=203.0.113.7")).doesNotContain("yes");
    }

    @Test
    void answersNobodyWhoAsksAtAPortalOrAnotherHost() {
        for (String host : new String[] {acme.slug() + ".localhost", "evil.example"}) {
            assertThat(ask("localhost", "Host", host + ":" + installation.port()))
                    .doesNotContain("yes");
        }
    }

    @Test
    void answersAtNoSecretPathWhenNoneIsSet() {
        assertThat(send("GET", "/tls/ask/" + "A".repeat(43) + "?domain=localhost"))
                .doesNotContain("yes");
        assertThat(send("GET", "/tls/ask/?domain=localhost")).doesNotContain("yes");
        assertThat(send("POST", "/tls/ask?domain=localhost")).doesNotContain("yes");
    }

    @Test
    void answersNobodyOnAnotherMachineButAtTheSecretPath() throws Exception {
        String word = "a-word-of-twenty-letters";
        TlsPermission without = permission(Optional.empty());
        TlsPermission with = permission(Optional.of(word));

        assertThat(answered(without, "127.0.0.1", "/tls/ask")).isTrue();
        assertThat(answered(without, "::1", "/tls/ask")).isTrue();
        for (String stranger : List.of("203.0.113.7", "10.0.0.5", "2001:db8::7")) {
            assertThat(answered(without, stranger, "/tls/ask")).isFalse();
            assertThat(answered(with, stranger, "/tls/ask")).isFalse();
            assertThat(answered(with, stranger, "/tls/ask/")).isFalse();
            assertThat(answered(with, stranger, "/tls/ask/" + word + "x")).isFalse();
            assertThat(answered(with, stranger, "/tls/ask/" + word.replace('a', 'b')))
                    .isFalse();
            assertThat(answered(with, stranger, "/tls/ask/" + word)).isTrue();
        }
    }

    private TlsPermission permission(Optional<String> word) {
        return new TlsPermission(certificates, new HostSettings(List.of(), "localhost", Optional.empty(), word));
    }

    /** Whether a peer that calls itself local was told yes; else the question went on like any other request. */
    private static boolean answered(TlsPermission permission, String peer, String path)
            throws ServletException, IOException {
        var request = new MockHttpServletRequest("GET", path);
        request.setRemoteAddr(peer);
        request.setServerName("localhost");
        request.setParameter("domain", "localhost");
        var response = new MockHttpServletResponse();
        var onwards = new MockFilterChain();
        permission.doFilter(request, response, onwards);
        boolean passedOn = onwards.getRequest() != null;
        assertThat(passedOn || response.getStatus() == 200).isTrue();
        return !passedOn;
    }

    @Test
    void answersFromMemoryHoweverBusyTheDatabaseIs() throws SQLException {
        verify();
        List<Connection> all = new ArrayList<>();
        try {
            while (all.size() < database.getMaximumPoolSize()) {
                all.add(database.getConnection());
            }
            assertThat(ask(claim.host().value())).isEqualTo("200 yes");
            assertThat(ask("stranger.ask.test")).isEqualTo("403 no");
        } finally {
            for (Connection each : all) {
                each.close();
            }
        }
    }

    /** Some thousands in a row, so no limit stands in the way either. The first are the JVM's, to compile. */
    @Test
    @Tag("soak")
    void answersWithinFiveMilliseconds() {
        verify();
        nanosOfEach(10_000);
        long[] nanos = nanosOfEach(10_000);

        Arrays.sort(nanos);
        double p99 = nanos[9899] / 1e6;
        System.out.printf("Caddy's question: p50 %.2f ms, p99 %.2f ms%n", nanos[4999] / 1e6, p99);
        assertThat(p99).as("p99 in ms").isLessThan(5);
    }

    private long[] nanosOfEach(int asks) {
        long[] nanos = new long[asks];
        for (int i = 0; i < asks; i++) {
            long begin = System.nanoTime();
            assertThat(ask(claim.host().value())).isEqualTo("200 yes");
            nanos[i] = System.nanoTime() - begin;
        }
        return nanos;
    }
}
