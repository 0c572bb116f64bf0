package io.portico.portal;

import static org.assertj.core.api.Assertions.assertThat;

import io.portico.access.LinkState;
import io.portico.access.MadeLink;
import io.portico.kernel.Slug;
import io.portico.portal.PortalVisitor.Page;
import io.portico.workspace.SubDomains;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class MovedPortalTests extends PortalTest {
    @Autowired
    SubDomains subDomains;

    private MadeLink mailedBefore;
    private Slug moved;
    private String canonical;

    @BeforeEach
    void aPortalThatMovedAfterALinkWasMailed() {
        mailedBefore = aLink(kim, "/profile");
        moved = new Slug("moved-" + acme.slug());
        subDomains.change(acme.id(), moved, PORTICO);
        canonical = "http://" + moved + ".localhost:" + installation.port();
    }

    private PortalVisitor atTheOldHost() {
        return aVisitor(hostOf(acme));
    }

    @Test
    void sendsALinkOnWithPathAndQueryBeforeItIsSpent() {
        String path = pathOf(mailedBefore) + "?from=mail&x=%20y";
        Page page = atTheOldHost().get(path);

        assertThat(page.status()).isEqualTo(307);
        assertThat(page.location()).isEqualTo(canonical + path);
        assertThat(page.header("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(page.header("Cache-Control")).contains("no-store");
        assertThat(page.header("Set-Cookie")).isEmpty();
        assertThat(stateOf(mailedBefore)).isEqualTo(LinkState.LIVE);
    }

    @Test
    void signsInWithTheOldLinkAtTheNewHost() {
        PortalVisitor visitor = aVisitor(moved + ".localhost");

        assertThat(visitor.get(pathOf(mailedBefore)).status()).isEqualTo(200);
        assertThat(visitor.post(pathOf(mailedBefore)).location()).isEqualTo("/profile");
        assertThat(visitor.get("/profile").status()).isEqualTo(200);
    }

    @Test
    void spendsNothingOnAFormAndLeadsToItsPageInstead() {
        Page page = atTheOldHost().post(pathOf(mailedBefore));

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.location()).isEmpty();
        assertThat(page.body())
                .contains("This page has moved", "content=\"5; url=" + canonical + pathOf(mailedBefore) + "\"");
        assertThat(stateOf(mailedBefore)).isEqualTo(LinkState.LIVE);
        assertThat(ordered()).isEmpty();
    }

    @Test
    void takesNoSessionAtTheOldHost() {
        PortalVisitor visitor = aVisitor(moved + ".localhost");
        visitor.post(pathOf(mailedBefore));

        Page page = visitor.at(hostOf(acme)).get("/profile");

        assertThat(page.status()).isEqualTo(307);
        assertThat(page.location()).isEqualTo(canonical + "/profile");
    }

    @Test
    void sendsNobodyElsewhereHoweverThePathLooks() {
        for (String path : new String[] {"//evil.example/x", "/\\evil.example", "/x@evil.example", "/.evil.example"}) {
            Page page = atTheOldHost().get(path.replace("\\", "%5C"));
            assertThat(page.location()).as(path).matches(there -> there.isEmpty() || there.startsWith(canonical + "/"));
        }
    }

    @Test
    void hasStyleAndIconForItsNotice() {
        for (String path : new String[] {"/brand.css", "/icon.svg", "/assets/portal.css"}) {
            assertThat(atTheOldHost().get(path).status()).as(path).isEqualTo(200);
        }
    }

    @Test
    void mintsNewLinksForTheNewHost() {
        assertThat(aLink(kim).url().toString()).startsWith(canonical + "/in/");
    }

    @Test
    void isClosedThereWhileTheWorkspaceIsSuspended() {
        workspaces.suspend(acme.id(), "", PORTICO);

        assertThat(atTheOldHost().get("/sign-in").status()).isEqualTo(503);
    }
}
