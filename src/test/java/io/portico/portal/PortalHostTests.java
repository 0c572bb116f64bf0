package io.portico.portal;

import static org.assertj.core.api.Assertions.assertThat;

import io.portico.access.LinkState;
import io.portico.access.MadeLink;
import io.portico.portal.PortalVisitor.Page;
import io.portico.workspace.Workspace;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PortalHostTests extends PortalTest {
    @ParameterizedTest
    @ValueSource(strings = {"nobody.localhost", "a.b.localhost", "evil.example", "localhost.evil.example", "192.0.2.1"})
    void tellsNothingOnAHostThatIsNobodys(String host) {
        MadeLink link = aLink(kim);
        for (String path : new String[] {"/", "/sign-in", pathOf(link), "/brand.css", "/assets/portal.css"}) {
            Page page = aVisitor(host).get(path);
            assertThat(page.status()).as(path).isEqualTo(404);
            assertThat(page.body()).isEqualTo("Not found\n");
            assertThat(page.header("Set-Cookie")).isEmpty();
        }
        assertThat(stateOf(link)).isEqualTo(LinkState.LIVE);
    }

    @Test
    void isClosedWhileTheWorkspaceIsSuspended() {
        PortalVisitor visitor = signedIn(kim);
        MadeLink link = aLink(kim);
        workspaces.suspend(acme.id(), "unpaid bills", PORTICO);

        for (String path : new String[] {"/sign-in", pathOf(link), "/in/unknown"}) {
            Page page = visitor.get(path);
            assertThat(page.status()).as(path).isEqualTo(503);
            assertThat(page.body())
                    .contains("This page is not available at the moment", acme.name())
                    .doesNotContain("unpaid", "suspended", "Kim", "href=\"/profile\"");
        }
        assertThat(visitor.get("/").location()).as("to nobody signed in").isEqualTo("/sign-in");
        assertThat(visitor.get("/brand.css").status()).isEqualTo(200);
        assertThat(visitor.post(pathOf(link)).status()).isEqualTo(503);
        assertThat(visitor.post("/sign-in", "email", "kim@example.com").status())
                .isEqualTo(503);

        workspaces.resume(acme.id(), PORTICO);
        assertThat(visitor.get("/").status()).isEqualTo(200);
        assertThat(stateOf(link)).isEqualTo(LinkState.LIVE);
    }

    @Test
    void answersOnItsHostInAnyCase() {
        assertThat(aVisitor(hostOf(acme).toUpperCase(java.util.Locale.ROOT))
                        .get("/sign-in")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void takesNoSessionOfAnotherPortal() {
        Workspace other = aWorkspace();
        PortalVisitor there = signedIn(kim).at(hostOf(other));

        assertThat(there.get("/").location()).isEqualTo("/sign-in");
        assertThat(there.get("/profile").status()).isEqualTo(303);
    }

    @Test
    void hasNoPagesOfTheConsole() {
        PortalVisitor visitor = signedIn(kim);

        assertThat(visitor.get("/w/" + acme.slug()).status()).isEqualTo(404);
        assertThat(visitor.get("/workspaces/new").status()).isEqualTo(404);
        assertThat(visitor.get("/forgot-password").status()).isEqualTo(404);
        assertThat(aVisitor("localhost").get(pathOf(aLink(kim))).status()).isNotEqualTo(200);
    }

    @Test
    void showsAPageOfItsOwnForWhatTheFirewallRefuses() {
        Page page = aVisitor().get("/in/a%2fb;c");

        assertThat(page.status()).isBetween(400, 499);
        assertThat(page.body()).doesNotContain("Whitelabel").doesNotContain("Tomcat");
    }
}
