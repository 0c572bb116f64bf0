package io.portico.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.portico.access.LinkState;
import io.portico.access.MadeLink;
import io.portico.contacts.Contact;
import io.portico.kernel.Secret;
import io.portico.portal.PortalVisitor.Page;
import io.portico.workspace.Workspace;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LinkPageTests extends PortalTest {
    @Test
    void saysWhichPortalAndInPartWhoIsAboutToSignIn() {
        Page page = aVisitor().get(pathOf(aLink(kim)));

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body())
                .contains("Sign in to " + acme.name())
                .contains("p•••@e•••.com")
                .doesNotContain(address(kim))
                .doesNotContain("Portico")
                .doesNotContain("Kim");
    }

    @Test
    void spendsNothingHoweverOftenItIsOpened() {
        MadeLink link = aLink(kim);
        PortalVisitor visitor = aVisitor();
        for (int i = 0; i < 100; i++) {
            visitor.get(pathOf(link));
            visitor.send("HEAD", pathOf(link));
            visitor.send("OPTIONS", pathOf(link));
            visitor.get(pathOf(link), "Sec-Purpose", "prefetch;prerender");
            visitor.get(pathOf(link), "Purpose", "prefetch");
            visitor.get(pathOf(link), "X-Moz", "prefetch");
            visitor.get(pathOf(link), "X-Purpose", "preview");
        }

        assertThat(visitor.isSignedIn()).isFalse();
        assertThat(visitor.get("/").location()).isEqualTo("/sign-in");
        assertThat(stateOf(link)).isEqualTo(LinkState.LIVE);
        assertThat(sessions.of(acme.id(), kim.id())).isEmpty();
        assertThat(facts(kim, "magic_link.viewed")).isOne();
        assertThat(visitor.post(pathOf(link)).location()).isEqualTo("/");
    }

    @Test
    void isNotNotedAsSeenBeforeSomebodySeesIt() {
        MadeLink link = aLink(kim);
        PortalVisitor visitor = aVisitor();
        visitor.send("HEAD", pathOf(link));
        visitor.send("OPTIONS", pathOf(link));
        visitor.get(pathOf(link), "Sec-Purpose", "prefetch");
        visitor.get(pathOf(link), "Purpose", "prefetch");
        assertThat(facts(kim, "magic_link.viewed")).isZero();

        visitor.get(pathOf(link));
        assertThat(facts(kim, "magic_link.viewed")).isOne();
    }

    @Test
    void hasNoScriptOfItsOwnAndMayNotBeKeptFramedOrIndexed() {
        Page page = aVisitor().get(pathOf(aLink(kim)));

        assertThat(page.body())
                .contains("<meta name=\"robots\" content=\"noindex\">")
                .doesNotContain("<script>")
                .doesNotContain("onload")
                .doesNotContain("http-equiv");
        assertThat(page.body().split("<script src=")).hasSize(3);
        assertThat(page.body().split("<script")).hasSize(3);
        assertThat(page.header("Cache-Control")).contains("no-store");
        assertThat(page.header("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(page.header("X-Frame-Options")).isEqualTo("DENY");
        assertThat(page.header("Content-Security-Policy"))
                .contains("default-src 'none'")
                .contains("frame-ancestors 'none'")
                .doesNotContain("unsafe");
    }

    @Test
    void signsInByItsButtonAndLeadsToTheTarget() {
        PortalVisitor visitor = aVisitor();
        Page pressed = visitor.post(pathOf(aLink(kim, "/profile")));

        assertThat(pressed.status()).isEqualTo(303);
        assertThat(pressed.location()).isEqualTo("/profile");
        assertThat(pressed.cookieLine("portico_session"))
                .contains("; Path=/")
                .contains("; HttpOnly")
                .contains("; SameSite=Lax")
                .doesNotContain("Domain");
        assertThat(visitor.get("/profile").status()).isEqualTo(200);
    }

    @Test
    void takesNoPressFromElsewhere() {
        MadeLink link = aLink(kim);
        Page page = aVisitor().postForged(pathOf(link));

        assertThat(page.status()).isEqualTo(403);
        assertThat(page.body())
                .contains(acme.name())
                .doesNotContain("Whitelabel")
                .doesNotContain("Portico");
        assertThat(stateOf(link)).isEqualTo(LinkState.LIVE);
    }

    @Test
    void letsTheBrowserOnThatComesBackToIt() {
        MadeLink link = aLink(kim, "/profile");
        PortalVisitor visitor = aVisitor();
        visitor.post(pathOf(link));

        assertThat(visitor.get(pathOf(link)).location()).isEqualTo("/profile");
        assertThat(visitor.post(pathOf(link)).location()).isEqualTo("/profile");
        assertThat(sessions.of(acme.id(), kim.id())).hasSize(1);
    }

    @Test
    void letsOnWhoPressedTwice() {
        MadeLink link = aLink(kim, "/profile");
        PortalVisitor first = aVisitor();
        first.get(pathOf(link));
        PortalVisitor second = first.twin();
        first.post(pathOf(link));
        Page again = second.post(pathOf(link));

        assertThat(again.location()).isEqualTo(pathOf(link));
        assertThat(first.get(again.location()).location()).isEqualTo("/profile");
    }

    @Test
    void isDeadForEveryOtherBrowserOnceItIsUsed() {
        MadeLink link = aLink(kim);
        aVisitor().post(pathOf(link));
        PortalVisitor other = aVisitor();

        assertThat(other.get(pathOf(link)).status()).isEqualTo(410);
        assertThat(other.post(pathOf(link)).location()).isEqualTo(pathOf(link));
        assertThat(other.isSignedIn()).isFalse();
    }

    @Test
    void looksTheSameUsedRevokedExpiredBarredAndUnknown() {
        MadeLink used = aLink(kim);
        aVisitor().post(pathOf(used));
        MadeLink revoked = aLink(kim);
        links.revoke(acme.id(), kim.id(), revoked.id(), PORTICO);
        MadeLink expired = aLink(kim);
        expire(expired);
        Contact barred = aContact().in(acme);
        MadeLink barreds = aLink(barred);
        membership.disable(acme.id(), barred.id(), PORTICO);
        String unknown = "/in/" + Secret.random().reveal();

        List<String> pages = Stream.of(pathOf(used), pathOf(revoked), pathOf(expired), pathOf(barreds), unknown)
                .map(path -> withoutMailbox(aVisitor().get(path).comparable().replace(path, "/in/…")))
                .distinct()
                .toList();

        assertThat(pages).singleElement().asString().startsWith("410").contains("This link no longer works");
    }

    private void expire(MadeLink link) {
        tenancy.run(
                acme.id(),
                () -> jdbc.sql("update magic_link set expires_at = created_at where id = ?")
                        .param(link.id().value())
                        .update());
    }

    private static String withoutMailbox(String page) {
        return page.replaceAll("[A-Za-z]•••@[a-z]•••\\.[a-z]+", "…").replaceAll("content-length=\\[\\d+]", "");
    }

    @Test
    void mailsANewOneToTheAddressOnFileAndShowsItInPart() {
        MadeLink link = aLink(kim);
        aVisitor().post(pathOf(link));
        PortalVisitor visitor = aVisitor();
        assertThat(visitor.get(pathOf(link)).body())
                .contains("p•••@e•••.com")
                .contains("E-mail me a new link")
                .doesNotContain(address(kim));
        Page renewed = visitor.post(pathOf(link) + "/renew");

        assertThat(renewed.status()).isEqualTo(200);
        assertThat(renewed.body())
                .contains("p•••@e•••.com")
                .contains("href=\"/sign-in/code\"")
                .doesNotContain(address(kim));
        assertThat(ordered()).containsExactly(address(kim));
    }

    @Test
    void mailsANewOneAtMostOnceAMinuteHoweverOftenTheButtonIsPressed() {
        MadeLink link = aLink(kim);
        aVisitor().post(pathOf(link));
        for (int i = 0; i < 3; i++) {
            assertThat(aVisitor().post(pathOf(link) + "/renew").status()).isEqualTo(200);
        }

        await().atMost(Duration.ofSeconds(30)).until(() -> outbox("queued") + outbox("claimed") == 0);
        assertThat(outbox("sent")).isOne();
        assertThat(outbox("skipped")).isEqualTo(2);
    }

    private int outbox(String state) {
        return tenancy.in(
                acme.id(),
                () -> jdbc.sql("select count(*) from outbox where kind = 'sign-in' and state = ?")
                        .param(state)
                        .query(Integer.class)
                        .single());
    }

    @Test
    void answersAnUnknownTokenAsIfItWereADeadOne() {
        MadeLink link = aLink(kim);
        aVisitor().post(pathOf(link));
        String unknown = "/in/" + Secret.random().reveal();

        Page known = aVisitor().post(pathOf(link) + "/renew");
        Page answer = aVisitor().post(unknown + "/renew");
        assertThat(withoutMailbox(answer.comparable().replace(unknown, "…")))
                .isEqualTo(withoutMailbox(known.comparable().replace(pathOf(link), "…")));
        assertThat(ordered()).containsExactly(address(kim), "nobody");
        assertThat(aVisitor().post(unknown).location()).isEqualTo(unknown);
    }

    @Test
    void asksWhomItCannotMailToAskTheBusiness() {
        Contact noAddress = aContact().withoutAddress().in(acme);
        MadeLink link = aLink(noAddress);
        aVisitor().post(pathOf(link));

        assertThat(aVisitor().get(pathOf(link)).body())
                .contains("Ask " + acme.name() + " for a new one.")
                .doesNotContain("/renew");
        aVisitor().post(pathOf(link) + "/renew");
        assertThat(ordered()).isEmpty();
    }

    @Test
    void leadsWhoHasAPartOfALinkToTheSignInPage() {
        String whole = pathOf(aLink(kim));
        for (String part : List.of("/in", "/in/", "/in/x", whole.substring(0, 30), whole + "a", whole + ".")) {
            Page page = aVisitor().get(part);
            assertThat(page.status()).as(part).isEqualTo(410);
            assertThat(page.body()).contains("A part of it is missing.").contains("href=\"/sign-in\"");
        }
        assertThat(aVisitor().post("/in/x").location()).isEqualTo("/in/-");
        assertThat(aVisitor().post("/in/x/renew").status()).isEqualTo(410);
    }

    @Test
    void goesStraightOnWithoutBeingSpentForWhoIsSignedInAlready() {
        PortalVisitor visitor = signedIn(kim);
        MadeLink link = aLink(kim, "/profile");

        assertThat(visitor.get(pathOf(link)).location()).isEqualTo("/profile");
        assertThat(visitor.post(pathOf(link)).location()).isEqualTo("/profile");
        assertThat(stateOf(link)).isEqualTo(LinkState.LIVE);
        assertThat(facts(kim, "magic_link.viewed")).isZero();
    }

    @Test
    void asksBeforeItSignsInSomebodyElse() {
        Contact mia = aContact().named("Mia", "Park").in(acme);
        PortalVisitor visitor = signedIn(kim);
        MadeLink link = aLink(mia);

        assertThat(visitor.get(pathOf(link)).body())
                .contains("You are signed in as Kim Lee")
                .contains("Stay signed in as Kim Lee");
        assertThat(visitor.post(pathOf(link)).body()).contains("You are signed in as Kim Lee");
        assertThat(stateOf(link)).isEqualTo(LinkState.LIVE);

        String before = visitor.cookie("portico_session");
        assertThat(visitor.post(pathOf(link), "instead", kim.id().toString()).location())
                .isEqualTo("/");
        assertThat(visitor.get("/").body()).contains("Good to see you, Mia.");
        assertThat(visitor.cookie("portico_session")).isNotEqualTo(before);
        assertThat(sessions.of(acme.id(), kim.id())).isEmpty();
    }

    @Test
    void isUnknownInEveryOtherPortal() {
        Workspace other = aWorkspace();
        MadeLink link = aLink(kim);
        PortalVisitor visitor = aVisitor(hostOf(other));

        assertThat(visitor.get(pathOf(link)).status()).isEqualTo(410);
        assertThat(visitor.get(pathOf(link)).body()).doesNotContain(acme.name());
        visitor.post(pathOf(link));
        visitor.post(pathOf(link) + "/renew");
        assertThat(visitor.isSignedIn()).isFalse();
        assertThat(stateOf(link)).isEqualTo(LinkState.LIVE);
        assertThat(ordered()).isEmpty();
    }

    @Test
    void comesBackToItsPageWhenTheLanguageChanges() {
        MadeLink link = aLink(kim);
        PortalVisitor visitor = aVisitor();
        visitor.get(pathOf(link));
        Page changed = visitor.post("/language", "language", "ko", "back", pathOf(link));

        assertThat(changed.location()).isEqualTo(pathOf(link));
        assertThat(visitor.get(pathOf(link)).body()).contains("계정으로 로그인합니다");
        assertThat(visitor.get(pathOf(link) + "/renew").location()).isEqualTo(pathOf(link));
    }
}
