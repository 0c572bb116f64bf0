package io.portico.portal;

import static org.assertj.core.api.Assertions.assertThat;

import io.portico.portal.PortalVisitor.Page;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;

/** Portico behind a proxy on this machine, which is configured. */
@TestPropertySource(
        properties = {
            "portico.trusted-proxies=127.0.0.0/8, ::1",
            "portico.data=target/test-data/${portico.fork:1}/behind-proxy"
        })
class BehindProxyTests extends PortalTest {
    @Test
    void knowsTheClientByTheAddressTheProxyTells() {
        PortalVisitor visitor = aVisitor();
        visitor.get("/sign-in");
        Page page = visitor.send("GET", pathOf(aLink(kim)), "X-Forwarded-For", "198.51.100.1, 203.0.113.7");

        assertThat(page.status()).isEqualTo(200);
        assertThat(activity.about(acme.id(), kim.id(), 10).getFirst().address()).contains("203.0.113.7");
    }

    @Test
    void takesTheHostThatTheProxyTellsAndFindsNothingOnAnother() {
        PortalVisitor visitor = aVisitor("internal.example");

        assertThat(visitor.get("/sign-in", "X-Forwarded-Host", hostOf(acme)).status())
                .isEqualTo(200);
        Page nobody = aVisitor().get("/sign-in", "X-Forwarded-Host", "evil.example");
        assertThat(nobody.status()).isEqualTo(404);
        assertThat(nobody.body()).isEqualTo("Not found\n");
        assertThat(aVisitor().get("/sign-in", "Forwarded", "host=evil.example").status())
                .isEqualTo(404);
    }
}
