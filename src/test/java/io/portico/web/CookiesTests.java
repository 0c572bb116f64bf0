package io.portico.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.portico.installation.Installation;
import jakarta.servlet.http.Cookie;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CookiesTests {
    @Test
    void areSecureWhenThePublicAddressIsThoughTlsEndsAtAProxyBeforePortico() {
        Cookie cookie = madeBy("https://portal.example.com");

        assertThat(cookie.getSecure()).isTrue();
        assertThat(cookie.isHttpOnly()).isTrue();
        assertThat(cookie.getAttribute("SameSite")).isEqualTo("Lax");
        assertThat(cookie.getDomain()).isNull();
        assertThat(cookie.getMaxAge()).isEqualTo(60);
    }

    @Test
    void arePlainOnAMachineOfOnesOwn() {
        assertThat(madeBy("http://localhost:8080").getSecure()).isFalse();
    }

    private static Cookie madeBy(String consoleUrl) {
        var installation =
                new Installation(URI.create(consoleUrl), "example.com", 8080, Path.of("data"), Optional.empty(), false);
        return new Cookies(installation).make("name", "value", Duration.ofMinutes(1));
    }
}
