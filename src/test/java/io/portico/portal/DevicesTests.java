package io.portico.portal;

import static org.assertj.core.api.Assertions.assertThat;

import io.portico.contacts.Contact;
import io.portico.kernel.SessionId;
import io.portico.portal.PortalVisitor.Page;
import java.time.Clock;
import org.junit.jupiter.api.Test;

class DevicesTests extends PortalTest {
    @Test
    void saysWhereTheContactIsSignedIn() {
        signedIn(kim);
        Page page = signedIn(kim).get("/sessions");

        assertThat(page.body())
                .contains("Chrome on Windows")
                .containsOnlyOnce("This device")
                .contains("just now")
                .contains("Sign out everywhere else");
    }

    @Test
    void offersNothingToSignOutWhereThereIsOnlyThisDevice() {
        assertThat(signedIn(kim).get("/sessions").body())
                .contains("This device")
                .doesNotContain("/sessions/end-others");
    }

    @Test
    void signsOutAnotherDevice() {
        PortalVisitor here = signedIn(kim);
        PortalVisitor there = signedIn(kim);
        SessionId its = latestOf(kim);
        assertThat(here.get("/sessions").body()).contains("/sessions/" + its + "/end");
        here.post("/sessions/" + its + "/end");

        assertThat(there.get("/").location()).isEqualTo("/sign-in");
        assertThat(here.get("/sessions").body()).contains("That device was signed out.");
    }

    @Test
    void signsOutEverywhereElse() {
        PortalVisitor here = signedIn(kim);
        PortalVisitor there = signedIn(kim);
        here.post("/sessions/end-others");

        assertThat(there.get("/").location()).isEqualTo("/sign-in");
        assertThat(here.get("/").status()).isEqualTo(200);
    }

    @Test
    void knowsNoSessionOfSomebodyElse() {
        Contact mia = aContact().in(acme);
        PortalVisitor mias = signedIn(mia);
        PortalVisitor kims = signedIn(kim);

        assertThat(kims.post("/sessions/" + latestOf(mia) + "/end").status()).isEqualTo(404);
        assertThat(kims.post("/sessions/" + SessionId.next(Clock.systemUTC()) + "/end")
                        .status())
                .isEqualTo(404);
        assertThat(kims.post("/sessions/x/end").status()).isEqualTo(404);
        assertThat(mias.get("/").status()).isEqualTo(200);
    }

    @Test
    void endsTheSessionAtSignOut() {
        PortalVisitor visitor = signedIn(kim);
        PortalVisitor thief = visitor.twin();
        Page out = visitor.post("/sign-out");

        assertThat(out.location()).isEqualTo("/sign-in");
        assertThat(out.header("Clear-Site-Data")).isEqualTo("\"cache\", \"storage\"");
        assertThat(out.cookieLine("portico_session"))
                .startsWith("portico_session=;")
                .contains("01 Jan 1970");
        assertThat(visitor.get("/sign-in").body()).contains("You are signed out.");
        assertThat(thief.get("/").location()).isEqualTo("/sign-in");
    }

    @Test
    void isShutOutAtTheNextStepOnceDisabled() {
        PortalVisitor visitor = signedIn(kim);
        assertThat(visitor.get("/").status()).isEqualTo(200);
        membership.disable(acme.id(), kim.id(), PORTICO);

        assertThat(visitor.get("/").location()).isEqualTo("/sign-in");
    }

    private SessionId latestOf(Contact contact) {
        return sessions.of(acme.id(), contact.id()).getFirst().id();
    }
}
