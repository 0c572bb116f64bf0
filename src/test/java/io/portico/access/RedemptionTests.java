package io.portico.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.portico.contacts.Contact;
import io.portico.contacts.MembershipState;
import io.portico.contacts.People;
import io.portico.contacts.PeopleFilter;
import io.portico.contacts.PeopleOrder;
import io.portico.kernel.ContactId;
import io.portico.kernel.EmailAddress;
import io.portico.kernel.Secret;
import io.portico.workspace.Workspace;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class RedemptionTests extends AccessTest {
    @Autowired
    private People people;

    private Workspace acme;
    private Contact minji;

    @BeforeEach
    void aContactOfAcme() {
        acme = aWorkspace();
        minji = aContact().named("Minji", "Kim").in(acme);
    }

    @Test
    void opensOneSessionForTwoHundredParallelTriesWithOneLink() {
        MadeLink link = aCopiedLink(acme, minji);
        List<RedeemResult> results = atOnce(200, link);

        assertThat(results).filteredOn(RedeemResult.SignedIn.class::isInstance).hasSize(1);
        assertThat(results)
                .filteredOn(new RedeemResult.Refused(LinkState.USED)::equals)
                .hasSize(199);
        assertThat(sessions.of(acme.id(), minji.id())).hasSize(1);
        assertThat(facts(acme, minji, "magic_link.redeemed")).isOne();
        assertThat(facts(acme, minji, "contact.joined")).isOne();
    }

    private List<RedeemResult> atOnce(int tries, MadeLink link) {
        var start = new CountDownLatch(1);
        List<CompletableFuture<RedeemResult>> running = IntStream.range(0, tries)
                .mapToObj(i -> CompletableFuture.supplyAsync(
                        () -> {
                            awaitIt(start);
                            return redeem(acme, link);
                        },
                        THREADS))
                .toList();
        start.countDown();
        return running.stream().map(CompletableFuture::join).toList();
    }

    private static void awaitIt(CountDownLatch start) {
        try {
            start.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void neverTakesTheDayOfTheLastVisitBack() {
        LocalDate tomorrow = LocalDate.now(ZoneOffset.UTC).plusDays(1);
        Contact early = aContact().lastSeenOn(tomorrow).in(acme);

        assertThat(redeem(acme, aCopiedLink(acme, early))).isInstanceOf(RedeemResult.SignedIn.class);
        assertThat(contacts.get(acme.id(), early.id()).standing().lastSeenOn()).isEqualTo(tomorrow);
    }

    @Test
    void sortsWhoSignedInLastFirstAndWritesTheContactOnceADay() {
        Contact other = aContact().named("Bora", "Han").in(acme);
        redeem(acme, aCopiedLink(acme, minji));
        redeem(acme, aCopiedLink(acme, other));
        String written = versionOf(minji);
        assertThat(bySignIn()).containsExactly(other.id(), minji.id());

        assertThat(redeem(acme, aCopiedLink(acme, minji))).isInstanceOf(RedeemResult.SignedIn.class);
        assertThat(bySignIn()).containsExactly(minji.id(), other.id());
        assertThat(versionOf(minji)).isEqualTo(written);
    }

    private List<ContactId> bySignIn() {
        var order = new PeopleOrder(PeopleOrder.Column.LAST_SIGN_IN, true);
        return people.list(acme.id(), PeopleFilter.ALL, order, "").people().stream()
                .map(Contact::id)
                .toList();
    }

    private String versionOf(Contact contact) {
        return tenancy.in(
                acme.id(),
                () -> jdbc.sql("select ctid::text from contact where id = ?")
                        .param(contact.id().value())
                        .query(String.class)
                        .single());
    }

    @Test
    void keepsNoSignInOfAContactWhoIsGone() {
        redeem(acme, aCopiedLink(acme, minji));
        membership.delete(acme.id(), minji.id(), PORTICO);

        var left = "select count(*) from contact_sign_in where contact_id = ?";
        assertThat(tenancy.in(
                        acme.id(),
                        () -> jdbc.sql(left)
                                .param(minji.id().value())
                                .query(Long.class)
                                .single()))
                .isZero();
    }

    @Test
    void signsInAtTheFirstPressAndRefusesTheSecond() {
        MadeLink link = aCopiedLink(acme, minji);

        assertThat(redeem(acme, link)).isInstanceOf(RedeemResult.SignedIn.class);
        assertThat(redeem(acme, link)).isEqualTo(new RedeemResult.Refused(LinkState.USED));
        assertThat(factsAbout(acme.id(), minji))
                .containsExactly(
                        "magic_link.refused",
                        "contact.signed_in",
                        "contact.joined",
                        "magic_link.redeemed",
                        "magic_link.created",
                        "contact.created");
    }

    @Test
    void notesTheRefusalsOfALinkOnceAMinute() {
        MadeLink link = aCopiedLink(acme, minji);
        redeem(acme, link);
        for (int i = 0; i < 100; i++) {
            assertThat(redeem(acme, link)).isEqualTo(new RedeemResult.Refused(LinkState.USED));
        }

        assertThat(factsAbout(acme.id(), minji)).containsOnlyOnce("magic_link.refused");
    }

    @Test
    void doesTheSameWorkForAWrongCodeOfNobody() {
        long before = entriesMade();

        redemption.byCode(
                acme.id(),
                EmailAddress.of("nobody@example.com"),
                Code.parse("000000").orElseThrow(),
                PHONE);

        assertThat(entriesMade()).as("entries written, and taken back").isGreaterThan(before);
        assertThat(activity.latest(acme.id(), 10))
                .noneMatch(entry -> entry.kind().equals("code.refused"));
    }

    private long entriesMade() {
        return jdbc.sql("select last_value from activity_id_seq")
                .query(Long.class)
                .single();
    }

    @Test
    void spendsTheCodeWithItsLink() {
        MadeLink link = aMailedLink(acme, minji);
        redeem(acme, link);

        assertThat(type(acme, minji, link.code().orElseThrow())).isEqualTo(new CodeResult.Wrong());
    }

    @Test
    void spendsTheLinkWithItsCode() {
        MadeLink link = aMailedLink(acme, minji);

        assertThat(type(acme, minji, link.code().orElseThrow())).isInstanceOf(CodeResult.SignedIn.class);
        assertThat(redeem(acme, link)).isEqualTo(new RedeemResult.Refused(LinkState.USED));
        assertThat(type(acme, minji, link.code().orElseThrow())).isEqualTo(new CodeResult.Wrong());
    }

    @Test
    void killsACodeAfterFiveWrongTriesWhileItsLinkLives() {
        MadeLink link = aMailedLink(acme, minji);
        Code right = link.code().orElseThrow();
        for (int tries = 0; tries < 5; tries++) {
            assertThat(type(acme, minji, otherThan(right))).isEqualTo(new CodeResult.Wrong());
        }

        assertThat(type(acme, minji, right)).isEqualTo(new CodeResult.Wrong());
        assertThat(facts(acme, minji, "code.refused")).isEqualTo(5);
        assertThat(redeem(acme, link)).isInstanceOf(RedeemResult.SignedIn.class);
    }

    @Test
    void acceptsACodeAfterFourWrongTries() {
        MadeLink link = aMailedLink(acme, minji);
        Code right = link.code().orElseThrow();
        for (int tries = 0; tries < 4; tries++) {
            type(acme, minji, otherThan(right));
        }

        assertThat(type(acme, minji, right)).isInstanceOf(CodeResult.SignedIn.class);
    }

    @Test
    void letsNobodyPassTheTriesByTryingAllAtOnce() {
        MadeLink link = aMailedLink(acme, minji);
        Code wrong = otherThan(link.code().orElseThrow());
        IntStream.range(0, 40)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> type(acme, minji, wrong), THREADS))
                .toList()
                .forEach(CompletableFuture::join);

        assertThat(facts(acme, minji, "code.refused")).isEqualTo(5);
    }

    @Test
    void takesACodeForTheAddressAloneThatItWasMailedTo() {
        Contact other = aContact().in(acme);
        MadeLink link = aMailedLink(acme, minji);

        assertThat(type(acme, other, link.code().orElseThrow())).isEqualTo(new CodeResult.Wrong());
        assertThat(redemption.byCode(
                        acme.id(),
                        EmailAddress.of("nobody@example.com"),
                        link.code().orElseThrow(),
                        PHONE))
                .isEqualTo(new CodeResult.Wrong());
        assertThat(type(acme, minji, link.code().orElseThrow())).isInstanceOf(CodeResult.SignedIn.class);
    }

    @Test
    void takesTheCodeOfAnyMailThatStillLives() {
        MadeLink first = aMailedLink(acme, minji);
        aMailedLink(acme, minji);

        assertThat(type(acme, minji, first.code().orElseThrow())).isInstanceOf(CodeResult.SignedIn.class);
    }

    @Test
    void knowsNoSecretOrCodeOfAnotherWorkspace() {
        Workspace other = aWorkspace();
        aContact().at(minji.email().orElseThrow().value()).in(other);
        MadeLink link = aMailedLink(acme, minji);

        assertThat(redeem(other, link)).isEqualTo(new RedeemResult.Unknown());
        assertThat(type(other, minji, link.code().orElseThrow())).isEqualTo(new CodeResult.Wrong());
        assertThat(redeem(acme, link)).isInstanceOf(RedeemResult.SignedIn.class);
    }

    @Test
    void takesNeitherASessionForALinkNorALinkForASession() {
        Secret session = signIn(acme, minji);
        MadeLink link = aCopiedLink(acme, minji);

        assertThat(redemption.byLink(acme.id(), session, PHONE)).isEqualTo(new RedeemResult.Unknown());
        assertThat(sessions.find(acme.id(), secretOf(link))).isEmpty();
    }

    @Test
    void confirmsTheAddressByAMailedLinkOnly() {
        redeem(acme, aCopiedLink(acme, minji));
        assertThat(contacts.get(acme.id(), minji.id()).emailVerified()).isFalse();

        redeem(acme, aMailedLink(acme, minji));
        assertThat(contacts.get(acme.id(), minji.id()).emailVerified()).isTrue();

        redeem(acme, aCopiedLink(acme, minji));
        assertThat(contacts.get(acme.id(), minji.id()).emailVerified()).isTrue();
    }

    @Test
    void confirmsTheAddressByAMailedCodeToo() {
        type(acme, minji, aMailedLink(acme, minji).code().orElseThrow());

        assertThat(contacts.get(acme.id(), minji.id()).emailVerified()).isTrue();
    }

    @Test
    void makesTheContactJoinedOnceAndWithASessionOfItsOwnEachTime() {
        Secret first = signIn(acme, minji);
        Secret second = signIn(acme, minji);

        assertThat(contacts.get(acme.id(), minji.id()).state()).isEqualTo(MembershipState.JOINED);
        assertThat(facts(acme, minji, "contact.joined")).isOne();
        assertThat(second.reveal()).isNotEqualTo(first.reveal());
        assertThat(sessions.find(acme.id(), first).orElseThrow().id())
                .isNotEqualTo(sessions.find(acme.id(), second).orElseThrow().id());
    }

    @Test
    void signsInContactsWithoutAnAddress() {
        Contact noAddress = aContact().withoutAddress().in(acme);

        assertThat(redeem(acme, aCopiedLink(acme, noAddress))).isInstanceOf(RedeemResult.SignedIn.class);
    }

    @Test
    void keepsSecretsAsHashesOnly() {
        MadeLink link = aMailedLink(acme, minji);
        Secret session = signIn(acme, minji);
        String stored =
                tenancy.in(acme.id(), () -> jdbc.sql("""
                        select string_agg(t::text, '') from (
                            select magic_link::text t from magic_link union all select session::text from session
                            union all select activity::text from activity) as rows""").query(String.class).single());

        assertThat(stored).isNotEmpty().doesNotContain(secretOf(link).reveal()).doesNotContain(session.reveal());
    }
}
