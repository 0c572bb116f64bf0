package io.portico.portal;

import static org.assertj.core.api.Assertions.assertThat;

import io.portico.NameServer;
import io.portico.access.LinkState;
import io.portico.access.MadeLink;
import io.portico.domains.ClaimResult;
import io.portico.domains.HostChecks;
import io.portico.domains.PortalHost;
import io.portico.domains.PortalHosts;
import io.portico.portal.PortalVisitor.Page;
import io.portico.workspace.Workspace;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class CustomHostTests extends PortalTest {
    @Autowired
    PortalHosts hosts;

    @Autowired
    HostChecks checks;

    private MadeLink mailedBefore;
    private PortalHost host;
    private String url;

    @BeforeEach
    void aPortalThatChoseAHostOfItsOwnAfterALinkWasMailed() {
        mailedBefore = aLink(kim, "/profile");
        host = verified(acme, "clients-" + acme.slug() + ".custom.test");
        hosts.choose(acme.id(), host.host(), PORTICO);
        url = installation.at(host.host().value()).toString();
    }

    private PortalHost verified(Workspace workspace, String name) {
        if (hosts.claim(workspace.id(), name, PORTICO) instanceof ClaimResult.Claimed(var claim)) {
            NameServer.set(name, "CNAME localhost.");
            NameServer.set(claim.tokenName(), "TXT \"" + claim.token().record() + "\"");
            return checks.check(claim, PORTICO).host();
        }
        throw new AssertionError("not claimed: " + name);
    }

    private PortalVisitor atCustomHost() {
        return aVisitor(host.host().value());
    }

    @Test
    void answersThereAndSendsOnFromTheSubDomain() {
        assertThat(atCustomHost().get("/sign-in").status()).isEqualTo(200);
        Page sentOn = aVisitor().get(pathOf(mailedBefore) + "?a=b");

        assertThat(sentOn.status()).isEqualTo(307);
        assertThat(sentOn.location()).isEqualTo(url + pathOf(mailedBefore) + "?a=b");
        assertThat(stateOf(mailedBefore)).isEqualTo(LinkState.LIVE);
        assertThat(atCustomHost().post(pathOf(mailedBefore)).location()).isEqualTo("/profile");
    }

    @Test
    void isWhereNewLinksLead() {
        assertThat(aLink(kim).url().toString()).startsWith(url + "/in/");
    }

    @Test
    void answersInAnyCaseAndNotBeneath() {
        assertThat(aVisitor(host.host().value().toUpperCase(java.util.Locale.ROOT))
                        .get("/sign-in")
                        .status())
                .isEqualTo(200);
        assertThat(aVisitor("x." + host.host()).get("/sign-in").status()).isEqualTo(404);
    }

    @Test
    void saysWhereThePortalIsOnceItWasRemoved() {
        hosts.remove(acme.id(), host.host(), PORTICO);
        String canonical = installation.portal(acme.slug().value()).toString();
        Page page = atCustomHost().get(pathOf(mailedBefore));

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body())
                .contains("This page has moved", "content=\"5; url=" + canonical + pathOf(mailedBefore) + "\"")
                .doesNotContain("<script");
        assertThat(stateOf(mailedBefore)).isEqualTo(LinkState.LIVE);
        assertThat(aVisitor().get(pathOf(mailedBefore)).status()).isEqualTo(200);
    }

    @Test
    void isAPlain404WhileItIsOnlyClaimed() {
        String wanted = "wanted-" + acme.slug() + ".custom.test";
        hosts.claim(acme.id(), wanted, PORTICO);

        Page page = aVisitor(wanted).get("/sign-in");
        assertThat(page.status()).isEqualTo(404);
        assertThat(page.body()).isEqualTo("Not found\n");
    }

    @Test
    void isClosedWhileTheWorkspaceIsSuspended() {
        workspaces.suspend(acme.id(), "", PORTICO);

        assertThat(atCustomHost().get("/sign-in").status()).isEqualTo(503);
    }

    @Test
    void keepsThePortalsOfTwoWorkspacesApart() {
        Workspace other = aWorkspace();
        PortalHost theirs = verified(other, "clients-" + other.slug() + ".custom.test");
        hosts.choose(other.id(), theirs.host(), PORTICO);

        Page page = aVisitor(theirs.host().value()).get(pathOf(mailedBefore));
        assertThat(page.body()).doesNotContain("Kim");
        assertThat(stateOf(mailedBefore)).isEqualTo(LinkState.LIVE);
    }
}
