package io.portico.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.portico.contacts.Contact;
import io.portico.kernel.EmailAddress;
import io.portico.kernel.MailId;
import io.portico.kernel.Secret;
import io.portico.mail.Composition;
import io.portico.mail.MailOrder;
import io.portico.mail.MailTemplate;
import io.portico.mail.SkipReason;
import io.portico.workspace.Workspace;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

/** How long things live, to the microsecond, by a clock that stands still. */
@Import(MovableClock.InPlace.class)
@TestPropertySource(properties = "portico.data=target/test-data/${portico.fork:1}/lifetimes")
class LifetimesTests extends AccessTest {
    private static final Duration MOMENT = Duration.ofNanos(1000);

    @Autowired
    private MovableClock clock;

    @Autowired
    private AccessPolicies policies;

    @Autowired
    private SignInMail signInMail;

    @Autowired
    private OperatorSessions operatorSessions;

    private Workspace acme;
    private Contact minji;

    @BeforeEach
    void aContactOfAcme() {
        acme = aWorkspace();
        minji = aContact().in(acme);
    }

    @ParameterizedTest
    @EnumSource
    void letsALinkInUntilItsLastMoment(LinkPurpose purpose) {
        MadeLink link = aLink(acme, minji, purpose, Optional.empty());
        assertThat(link.expiresAt()).isEqualTo(clock.instant().plus(AccessPolicy.USUAL.of(purpose)));

        clock.set(link.expiresAt().minus(MOMENT));
        assertThat(stateOf(acme, link)).isEqualTo(LinkState.LIVE);
        assertThat(redeem(acme, link)).isInstanceOf(RedeemResult.SignedIn.class);
    }

    @ParameterizedTest
    @EnumSource
    void refusesALinkFromItsLastMomentOn(LinkPurpose purpose) {
        MadeLink link = aLink(acme, minji, purpose, Optional.empty());

        clock.set(link.expiresAt());
        assertThat(stateOf(acme, link)).isEqualTo(LinkState.EXPIRED);
        assertThat(redeem(acme, link)).isEqualTo(new RedeemResult.Refused(LinkState.EXPIRED));
        assertThat(links.live(acme.id(), minji.id())).isEmpty();
    }

    @Test
    void cutsAWishBeyondTheCap() {
        var wanted = new NewLink(
                minji.id(), LinkPurpose.OPERATOR, Optional.of(Duration.ofDays(365)), LinkTarget.HOME, Optional.empty());

        assertThat(links.make(acme.id(), wanted, PORTICO).expiresAt())
                .isEqualTo(clock.instant().plus(Duration.ofDays(30)));
    }

    @ParameterizedTest
    @EnumSource
    void letsALinkLiveAsLongAsTheWorkspaceHasSet(LinkPurpose purpose) {
        set(purpose.lifetime(), Duration.ofMinutes(7));
        Instant end = clock.instant().plus(Duration.ofMinutes(7));
        MadeLink used = aLink(acme, minji, purpose, Optional.empty());
        MadeLink unused = aLink(acme, minji, purpose, Optional.empty());
        MadeLink elsewhere = aLink(aWorkspace(), purpose);
        assertThat(used.expiresAt()).isEqualTo(end);

        clock.set(end.minus(MOMENT));
        assertThat(redeem(acme, used)).isInstanceOf(RedeemResult.SignedIn.class);
        clock.set(end);
        assertThat(redeem(acme, unused)).isEqualTo(new RedeemResult.Refused(LinkState.EXPIRED));
        assertThat(elsewhere.expiresAt()).isAfter(end);
    }

    private MadeLink aLink(Workspace workspace, LinkPurpose purpose) {
        return aLink(workspace, aContact().in(workspace), purpose, Optional.empty());
    }

    private void set(Lifetime lifetime, Duration length) {
        set(Map.of(lifetime, length));
    }

    private void set(Map<Lifetime, Duration> lengths) {
        Map<Lifetime, Duration> lifetimes = new HashMap<>(policies.of(acme.id()).lifetimes());
        lifetimes.putAll(lengths);
        policies.change(acme.id(), new AccessPolicy(lifetimes), PORTICO);
    }

    @ParameterizedTest
    @EnumSource
    void mailsALinkThatLivesAsLongAsTheWorkspaceHasSet(LinkPurpose purpose) {
        set(purpose.lifetime(), Duration.ofMinutes(20));
        mails.compose(aMail(acme), minji.id(), LinkMails.Wanted.of(purpose));

        assertThat(links.live(acme.id(), minji.id()).getFirst().expiresAt())
                .isEqualTo(clock.instant().plus(Duration.ofMinutes(20)));
    }

    @Test
    void mailsWhoAsksALinkThatLivesAsLongAsTheWorkspaceHasSet() {
        set(Lifetime.SELF_LINK, Duration.ofMinutes(50));
        askFor(minji);

        assertThat(links.live(acme.id(), minji.id()).getFirst().expiresAt())
                .isEqualTo(clock.instant().plus(Duration.ofMinutes(50)));
    }

    @Test
    void cutsAWishToTheLongestTheWorkspaceAllows() {
        set(Lifetime.CHOSEN_LINK, Duration.ofHours(2));
        var wanted = new NewLink(
                minji.id(), LinkPurpose.OPERATOR, Optional.of(Duration.ofDays(7)), LinkTarget.HOME, Optional.empty());

        assertThat(links.make(acme.id(), wanted, PORTICO).expiresAt())
                .isEqualTo(clock.instant().plus(Duration.ofHours(2)));
    }

    @Test
    void endsOpenSessionsAtOnceThatWereNotUsedForAsLongAsIsSetNow() {
        Secret session = signIn(acme, minji);
        clock.advance(Duration.ofHours(2).minus(MOMENT));
        set(Lifetime.SESSION_IDLE, Duration.ofHours(2));
        assertThat(sessions.find(acme.id(), session)).isPresent();
        clock.advance(Duration.ofHours(2));

        assertThat(sessions.find(acme.id(), session)).isEmpty();
        assertThat(sessions.of(acme.id(), minji.id())).isEmpty();
    }

    @Test
    void endsOpenSessionsAtOnceThatAreOlderThanIsSetNow() {
        Secret session = signIn(acme, minji);
        clock.advance(Duration.ofDays(1).minus(MOMENT));
        assertThat(sessions.find(acme.id(), session)).isPresent();
        set(Map.of(Lifetime.SESSION_IDLE, Duration.ofDays(1), Lifetime.SESSION_ABSOLUTE, Duration.ofDays(1)));
        assertThat(sessions.find(acme.id(), session)).isPresent();
        clock.advance(MOMENT);

        assertThat(sessions.find(acme.id(), session)).isEmpty();
        assertThat(sessions.of(acme.id(), minji.id())).isEmpty();
    }

    @Test
    void givesNewSessionsTheLongerLifeAndOldOnesNone() {
        Instant start = clock.instant();
        Secret old = signIn(acme, minji);
        set(Map.of(Lifetime.SESSION_IDLE, Duration.ofDays(90), Lifetime.SESSION_ABSOLUTE, Duration.ofDays(100)));
        Secret fresh = signIn(acme, minji);
        clock.set(start.plus(Duration.ofDays(89)));
        assertThat(sessions.find(acme.id(), old)).isPresent();
        assertThat(sessions.find(acme.id(), fresh)).isPresent();

        clock.set(start.plus(Duration.ofDays(100)).minus(MOMENT));
        assertThat(sessions.find(acme.id(), old)).isEmpty();
        assertThat(sessions.find(acme.id(), fresh)).isPresent();
        clock.advance(MOMENT);
        assertThat(sessions.find(acme.id(), fresh)).isEmpty();
    }

    @Test
    void listsALinkAsDeadFromItsLastMomentOnForThirtyDays() {
        MadeLink link = aLink(acme, minji, LinkPurpose.OPERATOR, Optional.empty());
        clock.set(link.expiresAt().minus(MOMENT));
        assertThat(links.recentlyDead(acme.id(), minji.id())).isEmpty();

        clock.set(link.expiresAt());
        assertThat(links.live(acme.id(), minji.id())).isEmpty();
        assertThat(links.recentlyDead(acme.id(), minji.id())).singleElement().satisfies(dead -> {
            assertThat(dead.state()).isEqualTo(LinkState.EXPIRED);
            assertThat(dead.endsAt()).isEqualTo(link.expiresAt());
        });
        clock.advance(Duration.ofDays(30));
        assertThat(links.recentlyDead(acme.id(), minji.id())).isEmpty();
    }

    @Test
    void takesACodeForFifteenMinutes() {
        MadeLink link = aLink(acme, minji, LinkPurpose.LOGIN_EMAIL, minji.email());

        clock.advance(Duration.ofMinutes(15).minus(MOMENT));
        assertThat(type(acme, minji, link.code().orElseThrow())).isInstanceOf(CodeResult.SignedIn.class);
    }

    @Test
    void refusesACodeAfterFifteenMinutesWhileItsLinkLives() {
        MadeLink link = aLink(acme, minji, LinkPurpose.LOGIN_EMAIL, minji.email());

        clock.advance(Duration.ofMinutes(15));
        assertThat(type(acme, minji, link.code().orElseThrow())).isEqualTo(new CodeResult.Wrong());
        assertThat(redeem(acme, link)).isInstanceOf(RedeemResult.SignedIn.class);
    }

    @Test
    void refusesTheCodeOfALinkThatHasRunOut() {
        var wanted = new NewLink(
                minji.id(), LinkPurpose.SELF, Optional.of(Duration.ofMinutes(2)), LinkTarget.HOME, minji.email());
        MadeLink link = links.make(acme.id(), wanted, PORTICO);

        clock.advance(Duration.ofMinutes(2));
        assertThat(type(acme, minji, link.code().orElseThrow())).isEqualTo(new CodeResult.Wrong());
    }

    @Test
    void forgetsASessionThatIsNotUsedForThirtyDays() {
        Secret used = signIn(acme, minji);
        Secret unused = signIn(acme, minji);

        clock.advance(Duration.ofDays(30).minus(MOMENT));
        assertThat(sessions.find(acme.id(), used)).isPresent();
        clock.advance(MOMENT);
        assertThat(sessions.find(acme.id(), unused)).isEmpty();
        assertThat(sessions.find(acme.id(), used)).isPresent();
    }

    @Test
    void endsASessionAfterNinetyDaysHoweverMuchItIsUsed() {
        Instant start = clock.instant();
        Secret session = signIn(acme, minji);
        for (int week = 1; week < 13; week++) {
            clock.set(start.plus(Duration.ofDays(7L * week)));
            assertThat(sessions.find(acme.id(), session)).isPresent();
        }

        clock.set(start.plus(Duration.ofDays(90)).minus(MOMENT));
        assertThat(sessions.find(acme.id(), session)).isPresent();
        clock.advance(MOMENT);
        assertThat(sessions.find(acme.id(), session)).isEmpty();
    }

    @Test
    void forgetsAnOperatorsSessionThatOnlyAnOpenPageUses() {
        Secret session = operatorSessions.open(anOperator().id(), PHONE);

        clock.advance(Duration.ofHours(11));
        assertThat(operatorSessions.findUnnoted(session)).isPresent();
        clock.advance(Duration.ofHours(1));
        assertThat(operatorSessions.findUnnoted(session)).isEmpty();
        assertThat(operatorSessions.find(session)).isEmpty();
    }

    @Test
    void notesTheFirstUseOnEachDay() {
        Secret session = signIn(acme, minji);
        sessions.find(acme.id(), session);
        clock.advance(Duration.ofDays(1));
        sessions.find(acme.id(), session);
        sessions.find(acme.id(), session);
        clock.advance(Duration.ofMinutes(2));
        sessions.find(acme.id(), session);

        assertThat(facts(acme, minji, "contact.seen")).isOne();
        assertThat(sessions.find(acme.id(), session).orElseThrow().lastUsedAt()).isEqualTo(clock.instant());
    }

    @Test
    void mailsOneAddressAtMostOnceAMinute() {
        assertThat(askFor(minji)).isInstanceOf(Composition.Ready.class);
        clock.advance(Duration.ofSeconds(60).minus(MOMENT));
        assertThat(askFor(minji)).isEqualTo(new Composition.Skip(SkipReason.COOLDOWN));
        clock.advance(MOMENT);
        assertThat(askFor(minji)).isInstanceOf(Composition.Ready.class);
    }

    @Test
    void mailsOneAddressAtMostTenTimesADayBecauseSomebodyAsked() {
        for (int i = 0; i < 10; i++) {
            assertThat(askFor(minji)).isInstanceOf(Composition.Ready.class);
            clock.advance(Duration.ofMinutes(2));
        }
        assertThat(askFor(minji)).isEqualTo(new Composition.Skip(SkipReason.DAILY_LIMIT));
        assertThat(mails.compose(aMail(acme), minji.id(), LinkMails.Wanted.of(LinkPurpose.LOGIN_EMAIL)))
                .as("what the business sends")
                .isInstanceOf(Composition.Ready.class);
        clock.advance(Duration.ofDays(1));
        assertThat(askFor(minji)).isInstanceOf(Composition.Ready.class);
    }

    @Test
    void mailsOnceWhenManyAskAtOnce() {
        long mailed = IntStream.range(0, 20)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> askFor(minji), THREADS))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .filter(Composition.Ready.class::isInstance)
                .count();

        assertThat(mailed).isOne();
    }

    @Test
    void mailsNobodyWhoIsDisabledOrUnknown() {
        membership.disable(acme.id(), minji.id(), PORTICO);

        assertThat(askFor(minji)).isEqualTo(new Composition.Skip(SkipReason.DISABLED));
        assertThat(askFor(Optional.of("nobody@example.com")))
                .isEqualTo(new Composition.Skip(SkipReason.UNKNOWN_ADDRESS));
        assertThat(askFor(Optional.empty())).isEqualTo(new Composition.Skip(SkipReason.UNKNOWN_ADDRESS));
    }

    @Test
    void mailsALinkAndACodeThatBothWork() {
        var byLink = (Composition.Ready) askFor(minji);
        assertThat(redemption.byLink(acme.id(), secretOf(byLink), PHONE)).isInstanceOf(RedeemResult.SignedIn.class);

        clock.advance(Duration.ofMinutes(1));
        var byCode = (Composition.Ready) askFor(minji);
        Code code = Code.parse(byCode.code().orElseThrow()).orElseThrow();
        assertThat(type(acme, minji, code)).isInstanceOf(CodeResult.SignedIn.class);
    }

    private Composition askFor(Contact contact) {
        return askFor(contact.email().map(EmailAddress::value));
    }

    private Composition askFor(Optional<String> address) {
        return signInMail.compose(new MailOrder(
                acme.id(),
                MailId.next(clock),
                MailTemplate.SIGN_IN,
                Optional.empty(),
                address.map(EmailAddress::of),
                Map.of("target", "/")));
    }
}
