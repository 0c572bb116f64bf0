package io.portico.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.portico.contacts.Contact;
import io.portico.contacts.ContactDetails;
import io.portico.contacts.PersonName;
import io.portico.kernel.EmailAddress;
import io.portico.kernel.Secret;
import io.portico.mail.Composition;
import io.portico.mail.SkipReason;
import io.portico.workspace.Workspace;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MembershipTests extends AccessTest {
    private Workspace acme;
    private Contact minji;

    @BeforeEach
    void aContactOfAcme() {
        acme = aWorkspace();
        minji = aContact().named("Minji", "Kim").in(acme);
    }

    @Test
    void killsLinksCodesAndSessionsOfWhomItDisables() {
        Secret session = signIn(acme, minji);
        MadeLink link = aMailedLink(acme, minji);
        membership.disable(acme.id(), minji.id(), PORTICO);

        assertThat(sessions.find(acme.id(), session)).isEmpty();
        assertThat(sessions.of(acme.id(), minji.id())).isEmpty();
        assertThat(redeem(acme, link)).isEqualTo(new RedeemResult.Refused(LinkState.DISABLED));
        assertThat(type(acme, minji, link.code().orElseThrow())).isEqualTo(new CodeResult.Wrong());
    }

    @Test
    void bringsNothingBackWhenItEnables() {
        Secret session = signIn(acme, minji);
        MadeLink link = aMailedLink(acme, minji);
        membership.disable(acme.id(), minji.id(), PORTICO);
        membership.enable(acme.id(), minji.id(), PORTICO);

        assertThat(sessions.find(acme.id(), session)).isEmpty();
        assertThat(redeem(acme, link)).isEqualTo(new RedeemResult.Refused(LinkState.REVOKED));
        assertThat(redeem(acme, aCopiedLink(acme, minji))).isInstanceOf(RedeemResult.SignedIn.class);
    }

    @Test
    void killsAllWithTheContactAndLetsOneMadeAgainInheritNothing() {
        Secret session = signIn(acme, minji);
        redeem(acme, aMailedLink(acme, minji));
        MadeLink link = aMailedLink(acme, minji);
        membership.delete(acme.id(), minji.id(), PORTICO);
        Contact again = aContact().at(minji.email().orElseThrow().value()).in(acme);

        assertThat(sessions.find(acme.id(), session)).isEmpty();
        assertThat(redeem(acme, link)).isEqualTo(new RedeemResult.Unknown());
        assertThat(type(acme, again, link.code().orElseThrow())).isEqualTo(new CodeResult.Wrong());
        assertThat(again.emailVerified()).isFalse();
        assertThat(again.standing().hasJoined()).isFalse();
        assertThat(links.live(acme.id(), again.id())).isEmpty();
    }

    @Test
    void killsAllWhenTheAddressChanges() {
        Secret session = signIn(acme, minji);
        redeem(acme, aMailedLink(acme, minji));
        MadeLink link = aMailedLink(acme, minji);
        moveTo("minji.new@example.com");

        assertThat(sessions.find(acme.id(), session)).isEmpty();
        assertThat(redeem(acme, link)).isEqualTo(new RedeemResult.Refused(LinkState.REVOKED));
        assertThat(type(acme, minji, link.code().orElseThrow())).isEqualTo(new CodeResult.Wrong());
        assertThat(contacts.get(acme.id(), minji.id()).emailVerified()).isFalse();
    }

    @Test
    void keepsAllWhenAnythingElseChanges() {
        Secret session = signIn(acme, minji);
        MadeLink link = aMailedLink(acme, minji);
        membership.revise(acme.id(), minji.id(), before -> named(before, "Min"), PORTICO);

        assertThat(sessions.find(acme.id(), session)).isPresent();
        assertThat(stateOf(acme, link)).isEqualTo(LinkState.LIVE);
    }

    @Test
    void revisesWhatTheContactIsAtThatMoment() {
        meanwhile(acme, () -> moveTo("minji.new@example.com"), () -> {
            membership.revise(acme.id(), minji.id(), before -> named(before, "Min"), PORTICO);
            return true;
        });

        Contact now = contacts.get(acme.id(), minji.id());
        assertThat(now.name().first()).isEqualTo("Min");
        assertThat(now.email()).contains(EmailAddress.of("minji.new@example.com"));
    }

    @Test
    void killsAllWhenAnAddressIsSetBackThatWasJustChanged() {
        ContactDetails old = ContactDetails.of(minji);
        MadeLink[] toNew = new MadeLink[1];
        meanwhile(
                acme,
                () -> {
                    moveTo("minji.new@example.com");
                    toNew[0] = aMailedLink(acme, contacts.get(acme.id(), minji.id()));
                },
                () -> membership.update(acme.id(), minji.id(), old, PORTICO));

        assertThat(redeem(acme, toNew[0])).isEqualTo(new RedeemResult.Refused(LinkState.REVOKED));
    }

    @Test
    void refusesWhoIsInTheMiddleOfRedeemingWhenDisabled() {
        MadeLink link = aMailedLink(acme, minji);
        RedeemResult result =
                meanwhile(acme, () -> membership.disable(acme.id(), minji.id(), PORTICO), () -> redeem(acme, link));

        assertThat(result).isEqualTo(new RedeemResult.Refused(LinkState.DISABLED));
        assertThat(sessions.of(acme.id(), minji.id())).isEmpty();
    }

    @Test
    void refusesWhoIsInTheMiddleOfTypingACodeWhenTheAddressChanges() {
        MadeLink link = aMailedLink(acme, minji);
        CodeResult result = meanwhile(
                acme,
                () -> moveTo("minji.new@example.com"),
                () -> type(acme, minji, link.code().orElseThrow()));

        assertThat(result).isEqualTo(new CodeResult.Wrong());
        assertThat(sessions.of(acme.id(), minji.id())).isEmpty();
    }

    @Test
    void refusesWhoIsInTheMiddleOfRedeemingWhenTheAddressChanges() {
        MadeLink link = aMailedLink(acme, minji);
        RedeemResult result = meanwhile(acme, () -> moveTo("minji.new@example.com"), () -> redeem(acme, link));

        assertThat(result).isEqualTo(new RedeemResult.Refused(LinkState.REVOKED));
        assertThat(contacts.get(acme.id(), minji.id()).emailVerified()).isFalse();
    }

    @Test
    void refusesWhoIsInTheMiddleOfRedeemingWhenDeleted() {
        MadeLink link = aMailedLink(acme, minji);
        RedeemResult result =
                meanwhile(acme, () -> membership.delete(acme.id(), minji.id(), PORTICO), () -> redeem(acme, link));

        assertThat(result).isEqualTo(new RedeemResult.Unknown());
    }

    @Test
    void refusesWhoIsInTheMiddleOfRedeemingWhenTheLinkIsRevoked() {
        MadeLink link = aMailedLink(acme, minji);
        RedeemResult result = meanwhile(
                acme, () -> links.revoke(acme.id(), minji.id(), link.id(), PORTICO), () -> redeem(acme, link));

        assertThat(result).isEqualTo(new RedeemResult.Refused(LinkState.REVOKED));
        assertThat(sessions.of(acme.id(), minji.id())).isEmpty();
    }

    /** Whoever was let in at that very moment has a session that opens nothing. */
    @Test
    void shutsOutWhoIsInTheMiddleOfRedeemingWhenTheWorkspaceIsSuspended() {
        MadeLink link = aMailedLink(acme, minji);
        RedeemResult result =
                meanwhile(acme, () -> workspaces.suspend(acme.id(), "unpaid bills", PORTICO), () -> redeem(acme, link));

        Optional<Secret> session =
                result instanceof RedeemResult.SignedIn in ? Optional.of(in.session()) : Optional.empty();
        assertThat(session.flatMap(secret -> sessions.find(acme.id(), secret))).isEmpty();
    }

    @Test
    void takesTheSessionAgainFromWhoRedeemedJustBefore() {
        MadeLink link = aMailedLink(acme, minji);
        meanwhile(acme, () -> redeem(acme, link), () -> {
            membership.disable(acme.id(), minji.id(), PORTICO);
            return true;
        });

        assertThat(sessions.of(acme.id(), minji.id())).isEmpty();
        assertThat(contacts.get(acme.id(), minji.id()).standing().isDisabled()).isTrue();
    }

    @Test
    void mailsNoLinkToAnAddressThatIsJustChanging() {
        Composition mail = meanwhile(
                acme,
                () -> moveTo("minji.new@example.com"),
                () -> mails.compose(aMail(acme), minji.id(), LinkMails.Wanted.of(LinkPurpose.LOGIN_EMAIL)));

        assertThat(mail)
                .isInstanceOfSatisfying(
                        Composition.Ready.class,
                        ready -> assertThat(ready.to()).isEqualTo(EmailAddress.of("minji.new@example.com")));
    }

    @Test
    void mailsNoLinkToWhomIsJustBeingDisabled() {
        Composition mail = meanwhile(
                acme,
                () -> membership.disable(acme.id(), minji.id(), PORTICO),
                () -> mails.compose(aMail(acme), minji.id(), LinkMails.Wanted.of(LinkPurpose.LOGIN_EMAIL)));

        assertThat(mail).isEqualTo(new Composition.Skip(SkipReason.DISABLED));
        membership.enable(acme.id(), minji.id(), PORTICO);
        assertThat(links.live(acme.id(), minji.id())).isEmpty();
    }

    @Test
    void neverWaitsInACircle() {
        List<Consumer<Integer>> doings = List.of(
                i -> redeem(acme, aCopiedLink(acme, minji)),
                i -> sessions.of(acme.id(), minji.id())
                        .forEach(one -> sessions.end(acme.id(), minji.id(), one.id(), PORTICO)),
                i -> sessions.endOthers(acme.id(), minji.id(), Optional.empty(), PORTICO),
                i -> links.revokeAll(acme.id(), minji.id(), PORTICO),
                i -> membership.disable(acme.id(), minji.id(), PORTICO),
                i -> membership.enable(acme.id(), minji.id(), PORTICO),
                i -> useAnAgedSession(),
                i -> type(acme, minji, Code.parse("000000").orElseThrow()),
                i -> mails.compose(aMail(acme), minji.id(), LinkMails.Wanted.of(LinkPurpose.LOGIN_EMAIL)),
                i -> moveTo("minji-" + i % 2 + "-" + minji.id() + "@example.com"));

        var running = IntStream.range(0, 300)
                .mapToObj(i -> CompletableFuture.runAsync(
                        () -> doings.get(i % doings.size()).accept(i / doings.size()), THREADS))
                .toList();
        running.forEach(CompletableFuture::join);
    }

    /** A session whose use has to be noted, because the last one is long ago. */
    private void useAnAgedSession() {
        if (!(redeem(acme, aCopiedLink(acme, minji)) instanceof RedeemResult.SignedIn in)) {
            return;
        }
        tenancy.run(
                acme.id(),
                () -> jdbc.sql(
                                "update session set last_used_at = last_used_at - interval '1 hour' where token_hash = ?")
                        .param(in.session().hash())
                        .update());
        sessions.find(acme.id(), in.session());
    }

    private void moveTo(String address) {
        membership.revise(acme.id(), minji.id(), before -> at(before, address), PORTICO);
    }

    private static ContactDetails at(ContactDetails before, String address) {
        return new ContactDetails(
                before.name(),
                Optional.of(EmailAddress.of(address)),
                before.phone(),
                before.language(),
                before.timeZone(),
                before.tags());
    }

    private static ContactDetails named(ContactDetails before, String first) {
        return new ContactDetails(
                new PersonName(first, before.name().last()),
                before.email(),
                before.phone(),
                before.language(),
                before.timeZone(),
                before.tags());
    }
}
