package io.portico.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.portico.installation.TrustedProxies;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;

class ClientAddressTests {
    private static final String[] FORGED = {
        "X-Forwarded-For", "198.51.100.1",
        "X-Forwarded-Proto", "https",
        "X-Forwarded-Host", "evil.example",
        "X-Forwarded-Port", "444",
        "X-Forwarded-Prefix", "/evil",
        "X-Real-IP", "198.51.100.1",
        "Forwarded", "for=198.51.100.1;host=evil.example;proto=https"
    };

    private final ClientAddress addresses =
            new ClientAddress(TrustedProxies.parse("10.0.0.0/8, 127.0.0.1, 2001:db8:ffff::/48"));

    private HttpServletRequest from(String peer, String... headers) {
        var request = new MockHttpServletRequest("GET", "/sign-in");
        request.setRemoteAddr(peer);
        request.setServerName("acme.example.com");
        request.setServerPort(8080);
        for (int i = 0; i < headers.length; i += 2) {
            request.addHeader(headers[i], headers[i + 1]);
        }
        return addresses.resolved(request);
    }

    private static String client(HttpServletRequest request) {
        return request.getRemoteAddr();
    }

    @ParameterizedTest
    @ValueSource(strings = {"203.0.113.7", "2001:db8::7", "11.0.0.1", "192.168.0.1", "172.16.0.1"})
    void believesNobodyButTheConfiguredProxies(String peer) {
        HttpServletRequest request = from(peer, FORGED);

        assertThat(client(request)).isEqualTo(client(from(peer)));
        assertThat(request.getRemoteHost()).isEqualTo(client(request));
        assertThat(request.getServerName()).isEqualTo("acme.example.com");
        assertThat(request.getServerPort()).isEqualTo(8080);
        assertThat(request.getScheme()).isEqualTo("http");
        assertThat(request.isSecure()).isFalse();
        assertThat(request.getRequestURL()).hasToString("http://acme.example.com:8080/sign-in");
    }

    @ParameterizedTest
    @ValueSource(strings = {"203.0.113.7", "10.0.0.1"})
    void showsNobodyAForwardedHeader(String peer) {
        HttpServletRequest request = from(peer, FORGED);

        assertThat(Collections.list(request.getHeaderNames())).isEmpty();
        for (int i = 0; i < FORGED.length; i += 2) {
            assertThat(request.getHeader(FORGED[i])).isNull();
            assertThat(request.getHeaders(FORGED[i].toLowerCase()).hasMoreElements())
                    .isFalse();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "203.0.113.7 | 203.0.113.7",
                "198.51.100.1, 203.0.113.7 | 203.0.113.7",
                "198.51.100.1, 203.0.113.7, 10.9.9.9 | 203.0.113.7",
                "198.51.100.1, 10.1.1.1, 203.0.113.7, 10.2.2.2,127.0.0.1 | 203.0.113.7",
                "10.3.3.3, 10.9.9.9 | 10.3.3.3",
                "203.0.113.7:51234 | 203.0.113.7",
                "[2001:db8::7]:51234 | 2001:db8:0:0:0:0:0:7",
                "2001:DB8::7 | 2001:db8:0:0:0:0:0:7",
                "203.0.113.7, 2001:db8:ffff::9 | 203.0.113.7",
                "::ffff:203.0.113.7 | 203.0.113.7",
                "unknown | 10.0.0.1",
                "203.0.113.7, unknown | 10.0.0.1",
                "203.0.113.7, unknown, 10.5.5.5 | 10.5.5.5",
                "evil.example | 10.0.0.1",
                "127.1 | 10.0.0.1",
                ", , | 10.0.0.1"
            })
    void findsTheRightMostAddressThatIsNoProxys(String forwarded, String client) {
        assertThat(client(from("10.0.0.1", "X-Forwarded-For", forwarded))).isEqualTo(client);
    }

    @Test
    void readsSeveralLinesAsOne() {
        assertThat(client(from(
                        "10.0.0.1", "X-Forwarded-For", "198.51.100.1", "X-Forwarded-For", "203.0.113.7, 10.2.2.2")))
                .isEqualTo("203.0.113.7");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "for=203.0.113.7 | 203.0.113.7",
                "For=\"[2001:db8::7]:4711\" | 2001:db8:0:0:0:0:0:7",
                "for=198.51.100.1, for=203.0.113.7;proto=https;by=10.0.0.1 | 203.0.113.7",
                "for=203.0.113.7, for=10.2.2.2 | 203.0.113.7",
                "for=unknown | 10.0.0.1",
                "for=_hidden, for=10.2.2.2 | 10.2.2.2",
                "for=203.0.113.7, proto=https | 10.0.0.1",
                "proto=https | 10.0.0.1"
            })
    void readsTheStandardHeader(String forwarded, String client) {
        assertThat(client(from("10.0.0.1", "Forwarded", forwarded))).isEqualTo(client);
    }

    @Test
    void believesNeitherHeaderWhenBothTellDifferentThings() {
        assertThat(client(from("10.0.0.1", "X-Forwarded-For", "203.0.113.7", "Forwarded", "for=198.51.100.1")))
                .isEqualTo("10.0.0.1");
        assertThat(client(from("10.0.0.1", "X-Forwarded-For", "203.0.113.7", "Forwarded", "for=\"203.0.113.7:99\"")))
                .isEqualTo("203.0.113.7");
        HttpServletRequest hosts = from(
                "10.0.0.1", "X-Forwarded-Host", "other.example.com", "Forwarded", "for=203.0.113.7;host=evil.example");
        assertThat(hosts.getServerName()).isEqualTo("acme.example.com");
        assertThat(client(hosts)).isEqualTo("203.0.113.7");
    }

    @Test
    void takesHostAndSchemeOfTheNearestProxy() {
        HttpServletRequest request = from(
                "10.0.0.1", "X-Forwarded-Host", "evil.example, acme.example.org", "X-Forwarded-Proto", "http, https");

        assertThat(request.getServerName()).isEqualTo("acme.example.org");
        assertThat(request.getServerPort()).isEqualTo(443);
        assertThat(request.isSecure()).isTrue();
        assertThat(request.getRequestURL()).hasToString("https://acme.example.org/sign-in");
        assertThat(from("10.0.0.1", "Forwarded", "host=\"acme.example.org:8443\";proto=https")
                        .getServerPort())
                .isEqualTo(8443);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"evil.example/acme", "a b", "evil.example@acme", "acme.example.com\\evil", "<script>", "a:b:c"})
    void takesWhatIsNoHostForNobodysHost(String host) {
        assertThat(from("10.0.0.1", "X-Forwarded-Host", host).getServerName()).isEmpty();
    }

    @Test
    void takesNoSchemeButHttpAndHttps() {
        assertThat(from("10.0.0.1", "X-Forwarded-Proto", "javascript").getScheme())
                .isEqualTo("http");
    }
}
