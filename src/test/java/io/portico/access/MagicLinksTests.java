package io.portico.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.portico.contacts.Contact;
import io.portico.contacts.UnknownContact;
import io.portico.workspace.Operator;
import io.portico.workspace.Workspace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MagicLinksTests extends AccessTest {
    private Workspace acme;
    private Contact minji;

    @BeforeEach
    void aContactOfAcme() {
        acme = aWorkspace();
        minji = aContact().in(acme);
    }

    @Test
    void leadsToThePortalsCanonicalAddress() {
        MadeLink link = aCopiedLink(acme, minji);

        assertThat(link.url().toString())
                .startsWith(installation.portal(acme.slug().value()) + "/in/")
                .hasSize(installation.portal(acme.slug().value()).toString().length() + "/in/".length() + 43);
        assertThat(link.toString()).doesNotContain(secretOf(link).reveal());
    }

    @Test
    void putsACodeBesideMailedLinksOnly() {
        assertThat(aCopiedLink(acme, minji).code()).isEmpty();
        assertThat(aMailedLink(acme, minji).code()).isPresent();
    }

    @Test
    void keepsTenLiveLinksAndLetsTheOldestGo() {
        List<MadeLink> made = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            made.add(aCopiedLink(acme, minji));
        }

        assertThat(links.live(acme.id(), minji.id())).hasSize(10);
        assertThat(facts(acme, minji, "magic_link.revoked")).isEqualTo(2);
        assertThat(stateOf(acme, made.get(0))).isEqualTo(LinkState.REVOKED);
        assertThat(stateOf(acme, made.get(1))).isEqualTo(LinkState.REVOKED);
        assertThat(stateOf(acme, made.get(2))).isEqualTo(LinkState.LIVE);
        assertThat(stateOf(acme, made.get(11))).isEqualTo(LinkState.LIVE);
    }

    @Test
    void letsWhoeverAsksForLinksDisplaceNoOther() {
        MadeLink copied = aCopiedLink(acme, minji);
        List<MadeLink> asked = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            asked.add(aMailedLink(acme, minji));
        }

        assertThat(stateOf(acme, copied)).isEqualTo(LinkState.LIVE);
        assertThat(links.live(acme.id(), minji.id())).hasSize(1 + MagicLinks.MOST_OF_SELF);
        assertThat(stateOf(acme, asked.getLast())).isEqualTo(LinkState.LIVE);
        assertThat(stateOf(acme, asked.get(8))).isEqualTo(LinkState.REVOKED);
    }

    @Test
    void keepsTheCapWhenManyAreMadeAtOnce() {
        IntStream.range(0, 40)
                .mapToObj(i -> CompletableFuture.runAsync(() -> aCopiedLink(acme, minji), THREADS))
                .toList()
                .forEach(CompletableFuture::join);

        assertThat(links.live(acme.id(), minji.id())).hasSize(10);
    }

    @Test
    void revokesOneLinkOfThisContact() {
        Contact other = aContact().in(acme);
        MadeLink link = aCopiedLink(acme, minji);
        MadeLink stays = aCopiedLink(acme, minji);

        assertThat(links.revoke(acme.id(), other.id(), link.id(), PORTICO)).isFalse();
        assertThat(stateOf(acme, link)).isEqualTo(LinkState.LIVE);

        assertThat(links.revoke(acme.id(), minji.id(), link.id(), PORTICO)).isTrue();
        assertThat(redeem(acme, link)).isEqualTo(new RedeemResult.Refused(LinkState.REVOKED));
        assertThat(stateOf(acme, stays)).isEqualTo(LinkState.LIVE);
        assertThat(facts(acme, minji, "magic_link.revoked")).isOne();
    }

    @Test
    void revokesTheCodeWithTheLink() {
        MadeLink link = aMailedLink(acme, minji);
        links.revoke(acme.id(), minji.id(), link.id(), PORTICO);

        assertThat(type(acme, minji, link.code().orElseThrow())).isEqualTo(new CodeResult.Wrong());
    }

    @Test
    void revokesAllLinksOfOneContact() {
        MadeLink first = aCopiedLink(acme, minji);
        MadeLink second = aCopiedLink(acme, minji);
        MadeLink others = aCopiedLink(acme, aContact().in(acme));
        links.revokeAll(acme.id(), minji.id(), PORTICO);

        assertThat(stateOf(acme, first)).isEqualTo(LinkState.REVOKED);
        assertThat(stateOf(acme, second)).isEqualTo(LinkState.REVOKED);
        assertThat(stateOf(acme, others)).isEqualTo(LinkState.LIVE);
    }

    @Test
    void remembersWhatBecameOfLinksThatDied() {
        Operator owner = ownerOf(acme);
        var wanted = new NewLink(minji.id(), LinkPurpose.OPERATOR, Optional.empty(), LinkTarget.HOME, Optional.empty());
        MadeLink used = links.make(acme.id(), wanted, by(owner.id()));
        redeem(acme, used);
        MadeLink typed = aMailedLink(acme, minji);
        type(acme, minji, typed.code().orElseThrow());
        MadeLink revoked = aCopiedLink(acme, minji);
        links.revoke(acme.id(), minji.id(), revoked.id(), PORTICO);
        aCopiedLink(acme, minji);
        List<ListedLink> dead = links.recentlyDead(acme.id(), minji.id());

        assertThat(dead).extracting(ListedLink::id).containsExactly(revoked.id(), typed.id(), used.id());
        assertThat(dead)
                .extracting(ListedLink::state)
                .containsExactly(LinkState.REVOKED, LinkState.USED, LinkState.USED);
        assertThat(dead.getLast().madeBy().operator()).contains(owner.id());
        assertThat(dead)
                .extracting(link -> link.redeemed().map(ListedLink.Trace::device))
                .containsExactly(Optional.empty(), Optional.of(PHONE), Optional.of(PHONE));
        assertThat(dead.getFirst().revokedAt()).contains(dead.getFirst().endsAt());
    }

    @Test
    void remembersTenDeadLinksAtMost() {
        for (int i = 0; i < 12; i++) {
            aCopiedLink(acme, minji);
        }
        links.revokeAll(acme.id(), minji.id(), PORTICO);

        assertThat(links.recentlyDead(acme.id(), minji.id())).hasSize(10);
        assertThat(links.recentlyDead(aWorkspace().id(), minji.id())).isEmpty();
    }

    @Test
    void saysNothingWhenThereIsNothingToRevoke() {
        links.revokeAll(acme.id(), minji.id(), PORTICO);

        assertThat(facts(acme, minji, "magic_link.revoked")).isZero();
    }

    @Test
    void notesTheFirstLookAndSpendsNothing() {
        MadeLink link = aCopiedLink(acme, minji);
        LinkFound found = links.find(acme.id(), secretOf(link)).orElseThrow();
        assertThat(links.live(acme.id(), minji.id()).getFirst().viewed()).isEmpty();

        links.noteLook(acme.id(), found, PORTICO, PHONE);
        links.noteLook(acme.id(), found, PORTICO, new Device("203.0.113.9", "Other"));

        assertThat(links.live(acme.id(), minji.id()).getFirst().viewed())
                .map(ListedLink.Trace::device)
                .contains(PHONE);
        assertThat(facts(acme, minji, "magic_link.viewed")).isOne();
        assertThat(redeem(acme, link)).isInstanceOf(RedeemResult.SignedIn.class);
    }

    @Test
    void makesNoneForAContactOfAnotherWorkspace() {
        Contact stranger = aContact().in(aWorkspace());

        assertThatExceptionOfType(UnknownContact.class).isThrownBy(() -> aCopiedLink(acme, stranger));
    }

    @Test
    void tellsWhoOnlyInPart() {
        Contact kim = aContact().named("Kim", "Lee").at("Kim.Lee@example.com").in(acme);
        Contact noAddress = aContact().named("Mia", "Park").withoutAddress().in(acme);
        Contact nobody = aContact().nameless().withoutAddress().in(acme);

        assertThat(who(kim)).isEqualTo("K•••@e•••.com");
        assertThat(who(noAddress)).isEqualTo("M•••");
        assertThat(who(nobody)).isEqualTo("•••");
    }

    private String who(Contact contact) {
        return links.find(acme.id(), secretOf(aCopiedLink(acme, contact)))
                .orElseThrow()
                .who();
    }
}
