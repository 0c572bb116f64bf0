package io.portico.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.portico.installation.Installation;
import io.portico.kernel.Secret;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class SessionCookieTests {
    private final MockHttpServletRequest plain = new MockHttpServletRequest();
    private final MockHttpServletResponse response = new MockHttpServletResponse();

    @Test
    void isSecureAndBoundToItsHostWhenTlsEndsAtAProxyBeforePortico() {
        assertThat(setBy("https://portal.example.com"))
                .startsWith("__Host-portico_session=")
                .contains("; Secure", "; HttpOnly", "; Path=/")
                .doesNotContain("Domain");
    }

    @Test
    void dropsTheCsrfTokenUnderTheNameItWasGiven() {
        setBy("https://portal.example.com");
        assertThat(response.getHeaders("Set-Cookie"))
                .anyMatch(cookie -> cookie.startsWith("__Host-portico_csrf=;") && cookie.contains("; Secure"));
    }

    @Test
    void hasItsPlainNameOnAMachineOfOnesOwn() {
        assertThat(setBy("http://localhost:8080"))
                .startsWith("portico_session=")
                .doesNotContain("Secure");
    }

    private String setBy(String consoleUrl) {
        var installation =
                new Installation(URI.create(consoleUrl), "example.com", 8080, Path.of("data"), Optional.empty(), false);
        new SessionCookie(new Cookies(installation)).set(Secret.random(), plain, response);
        return response.getHeaders("Set-Cookie").getFirst();
    }
}
