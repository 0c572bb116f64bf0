package io.portico.mail.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.portico.access.MovableClock;
import io.portico.activity.ActivityEntry;
import io.portico.kernel.ContactId;
import io.portico.kernel.EmailAddress;
import io.portico.kernel.MailId;
import io.portico.kernel.RunId;
import io.portico.kernel.WorkspaceId;
import io.portico.mail.MailFault;
import io.portico.mail.MailHealth;
import io.portico.mail.MailLogEntry;
import io.portico.mail.MailState;
import io.portico.mail.Priority;
import io.portico.mail.SkipReason;
import io.portico.mail.SuppressionReason;
import io.portico.mail.Suppressions;
import io.portico.mail.delivery.Delivery;
import io.portico.tenancy.Tenancy;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

class DispatchTests extends MailTest {
    @Autowired
    private Dispatch dispatch;

    @Autowired
    private Claims claims;

    @Autowired
    private ClaimStore store;

    @Autowired
    private Settlements settlements;

    @Autowired
    private MailHealth health;

    @Autowired
    private Suppressions suppressions;

    @Autowired
    private Tenancy tenancy;

    @Autowired
    private Delivery delivery;

    @Autowired
    private Postman postman;

    private WorkspaceId workspace;

    @BeforeEach
    void open() {
        workspace = aWorkspace().id();
    }

    @AfterEach
    void runAgain() {
        SERVER.startAgain();
        if (!dispatch.isRunning()) {
            dispatch.start();
        }
    }

    @Test
    void sendsAMailOnceItsOrderIsCommitted() {
        MailId mail = order(workspace, "kim@example.com", Map.of());

        MailLogEntry sent = becomes(workspace, mail, MailState.SENT);

        assertThat(sent.reply()).hasValue("250 2.0.0 Ok: queued as 42");
        assertThat(sent.settledAt()).isPresent();
        assertThat(SERVER.mails())
                .filteredOn(source -> source.contains("<" + mail + "@example.com>"))
                .hasSize(1);
        assertThat(factsOf(sent)).containsExactly("mail.sent");
    }

    @Test
    void sendsNothingOfATransactionThatFailed() {
        assertThatThrownBy(() -> tenancy.run(workspace, () -> {
                    order(workspace, "never@example.com", Map.of());
                    throw new IllegalArgumentException("the action failed");
                }))
                .hasMessage("the action failed");

        assertThat(log.latest(workspace, 10, Optional.empty())).isEmpty();
    }

    @Test
    void keepsMailsUntilAServerThatIsAwayIsBack() {
        SERVER.stop();
        await().pollDelay(Duration.ofMillis(300)).until(() -> true);
        int composedBefore = COMPOSER.composed();

        MailId mail = order(workspace, "kim@example.com", Map.of());

        MailLogEntry waiting = becomes(workspace, mail, MailState.DEFERRED);
        assertThat(waiting.reason()).hasValue(MailFault.UNREACHABLE);
        assertThat(waiting.reply())
                .hasValueSatisfying(reply -> assertThat(reply).contains("Connection refused"));
        assertThat(health.outage(workspace)).hasValueSatisfying(outage -> {
            assertThat(outage.waiting()).isOne();
            assertThat(outage.fault()).isEqualTo(MailFault.UNREACHABLE);
        });
        assertThat(COMPOSER.composed())
                .as("no link is minted for a server that is away")
                .isEqualTo(composedBefore);
        SERVER.start();
        becomes(workspace, mail, MailState.SENT);
        await().until(() -> health.outage(workspace).isEmpty());
    }

    @Test
    void suppressesAMailboxThatDoesNotExist() {
        SERVER.answer("RCPT TO:<GONE", "550 5.1.1 User unknown");

        MailLogEntry failed = becomes(workspace, order(workspace, "gone@example.com", Map.of()), MailState.FAILED);

        assertThat(failed.reason()).hasValue(MailFault.NO_SUCH_MAILBOX);
        assertThat(failed.reply()).hasValue("550 5.1.1 User unknown");
        assertThat(factsOf(failed)).containsExactly("mail.failed");
        var address = EmailAddress.of("Gone@example.com");
        assertThat(suppressions.among(workspace, List.of(address, EmailAddress.of("kim@example.com"))))
                .isEqualTo(Map.of(address, SuppressionReason.BOUNCED));
        MailLogEntry next = becomes(workspace, order(workspace, "GONE@example.com", Map.of()), MailState.SKIPPED);
        assertThat(next.reason()).hasValue(SkipReason.SUPPRESSED);
        assertThat(suppressions.lift(workspace, address, new ContactId(aRecipient()), "She made room", PORTICO))
                .isTrue();
        assertThat(suppressions.has(workspace, address)).isFalse();
    }

    @Test
    void failsARefusedMailWithoutBlamingItsAddress() {
        SERVER.answer(".", "554 5.6.0 Looks like spam");

        MailLogEntry failed = becomes(workspace, order(workspace, "kim@example.com", Map.of()), MailState.FAILED);

        assertThat(failed.reason()).hasValue(MailFault.REJECTED);
        assertThat(suppressions.has(workspace, EmailAddress.of("kim@example.com")))
                .isFalse();
    }

    @Test
    void waitsOverAMinuteWhenTheServerAsksToWait() {
        SERVER.answer("RCPT TO:<GREY", "451 4.7.1 Greylisted");

        MailLogEntry waiting = becomes(workspace, order(workspace, "grey@example.com", Map.of()), MailState.DEFERRED);

        assertThat(waiting.reason()).hasValue(MailFault.ASKED_TO_WAIT);
        assertThat(Duration.between(waiting.orderedAt(), waiting.nextTry().orElseThrow()))
                .isBetween(Duration.ofSeconds(60), Duration.ofSeconds(90));
    }

    @Test
    void stopsAtARefusalThatMeetsEveryMailAndGoesOnAfterIt() {
        SERVER.answer("MAIL FROM", "550 5.7.60 You may not send as portal@example.com");

        MailId mail = order(workspace, "kim@example.com", Map.of());

        assertThat(becomes(workspace, mail, MailState.DEFERRED).reason()).hasValue(MailFault.NOT_ADMITTED);
        MailId later = order(workspace, "lee@example.com", Map.of());
        assertThat(health.outage(workspace)).isPresent();
        SERVER.answerAsUsual();
        becomes(workspace, later, MailState.SENT);
    }

    @Test
    void restsAsAWholeWhenTheServerAsksForAPauseAndComesBackGently() {
        dispatch.stop();
        var later = aClockFromNow();
        var outages = new Outages(jdbc, later);
        var rounds = new Rounds(claims, outages, delivery, postman, settlements);
        RunId run = aRun();
        List<MailId> mails = IntStream.range(0, 200)
                .mapToObj(n -> order(workspace, "person-" + n + "@example.com", run))
                .toList();
        SERVER.answer("MAIL FROM", "421 4.7.0 Slow down");

        rounds.go(Priority.BULK, () -> true);

        assertThat(counts(mails)).as("whoever was not in hand has lost nothing").containsEntry(MailState.QUEUED, 100L);
        assertThat(health.outage(workspace).orElseThrow().fault()).isEqualTo(MailFault.OVERLOADED);
        assertThat(rounds.go(Priority.BULK, () -> true)).isZero();
        later.advance(Duration.ofMillis(2100));
        assertThat(rounds.go(Priority.BULK, () -> true)).as("one tries").isOne();
        later.advance(Duration.ofMillis(2100));
        assertThat(rounds.go(Priority.BULK, () -> true))
                .as("the pause is longer now")
                .isZero();
        SERVER.answerAsUsual();
        later.advance(Duration.ofMillis(2100));
        assertThat(rounds.go(Priority.BULK, () -> true)).as("one tries again").isOne();
        assertThat(health.outage(workspace)).isEmpty();
        assertThat(rounds.go(Priority.BULK, () -> true)).as("gently").isEqualTo(10);
        assertThat(rounds.go(Priority.BULK, () -> true))
                .as("all workers together")
                .isZero();
        later.advance(Duration.ofSeconds(1));
        assertThat(rounds.go(Priority.BULK, () -> true)).isEqualTo(10);
        later.advance(Duration.ofSeconds(8));
        assertThat(rounds.go(Priority.BULK, () -> true))
                .as("as many as there are")
                .isEqualTo(78);
    }

    private Map<MailState, Long> counts(List<MailId> mails) {
        return mails.stream()
                .collect(Collectors.groupingBy(mail -> find(workspace, mail).state(), Collectors.counting()));
    }

    @Test
    void doesNotTakeARefusalForOverWhenNothingIsDue() {
        dispatch.stop();
        var later = aClockFromNow();
        var outages = new Outages(jdbc, later);
        var rounds = new Rounds(claims, outages, delivery, postman, settlements);
        SERVER.answer("MAIL FROM", "550 5.7.60 You may not send as portal@example.com");
        becomesDeferred(order(workspace, "kim@example.com", Map.of()), rounds);
        Instant since = health.outage(workspace).orElseThrow().since();

        later.advance(Duration.ofSeconds(3));
        assertThat(rounds.go(Priority.BULK, () -> true)).isZero();

        assertThat(outages.way()).isEqualTo(Outages.Way.BLOCKED);
        assertThat(health.outage(workspace))
                .hasValueSatisfying(outage -> assertThat(outage.since()).isEqualTo(since));
    }

    @Test
    void knowsThatAServerIsBackAlsoWhenNothingIsDue() {
        dispatch.stop();
        var later = aClockFromNow();
        var outages = new Outages(jdbc, later);
        var rounds = new Rounds(claims, outages, delivery, postman, settlements);
        outages.report(MailFault.UNREACHABLE, "Connection refused");

        later.advance(Duration.ofSeconds(3));
        assertThat(rounds.go(Priority.BULK, () -> true)).isZero();

        assertThat(outages.way()).isEqualTo(Outages.Way.OPEN);
        assertThat(health.outage(workspace)).isEmpty();
    }

    private static MovableClock aClockFromNow() {
        var clock = new MovableClock();
        clock.set(Instant.now());
        return clock;
    }

    private void becomesDeferred(MailId mail, Rounds rounds) {
        await().until(() -> {
            rounds.go(Priority.BULK, () -> true);
            return find(workspace, mail).state() == MailState.DEFERRED;
        });
    }

    @Test
    void skipsWhatItsComposerSkips() {
        MailLogEntry skipped =
                becomes(workspace, order(workspace, "kim@example.com", Map.of("skip", "disabled")), MailState.SKIPPED);

        assertThat(skipped.reason()).hasValue(SkipReason.DISABLED);
        assertThat(factsOf(skipped)).isEmpty();
    }

    @Test
    void keepsAMailThatCouldNotBeComposed() {
        MailLogEntry kept =
                becomes(workspace, order(workspace, "kim@example.com", Map.of("fault", "yes")), MailState.DEFERRED);

        assertThat(kept.reason()).hasValue(MailFault.NOT_COMPOSED);
    }

    @Test
    void sendsWhatADeadNodeHadClaimed() {
        dispatch.stop();
        MailId mail = order(workspace, "kim@example.com", Map.of());
        Instant longAgo = clock.instant().minus(Duration.ofMinutes(3));
        Claim dead = claimAt(clock.instant(), longAgo.plus(Claim.LEASE), mail);

        dispatch.start();

        becomes(workspace, mail, MailState.SENT);
        settlements.settle(List.of(new Errand.Done(dead, new Outcome.Skipped(SkipReason.GONE))));
        assertThat(find(workspace, mail).state())
                .as("the dead node's word counts no more")
                .isEqualTo(MailState.SENT);
    }

    @Test
    void believesOnlyTheWorkerWhoHasTheMailNow() {
        dispatch.stop();
        MailId mail = order(workspace, "kim@example.com", Map.of());
        Claim lost = claimAt(clock.instant(), clock.instant().minusSeconds(1), mail);
        assertThat(claims.regain()).isPositive();
        Claim held = claimAt(clock.instant(), clock.instant().plus(Claim.LEASE), mail);

        settlements.settle(List.of(new Errand.Done(lost, new Outcome.Skipped(SkipReason.GONE))));
        claims.release(List.of(lost));

        assertThat(find(workspace, mail).state()).isEqualTo(MailState.CLAIMED);
        settlements.settle(List.of(new Errand.Done(held, new Outcome.Skipped(SkipReason.DISABLED))));
        assertThat(find(workspace, mail).reason()).hasValue(SkipReason.DISABLED);
    }

    @Test
    void leavesAMailToTheWorkerWhoHasIt() {
        dispatch.stop();
        MailId mail = order(workspace, "kim@example.com", Map.of());
        Claim held = claimAt(clock.instant(), clock.instant().plus(Claim.LEASE), mail);

        assertThat(claims.regain()).isZero();
        assertThat(claims.next(Priority.BULK, 100))
                .noneMatch(claim -> claim.id().equals(mail));
        assertThat(claims.standing(workspace, List.of(held))).containsExactly(held);
        claims.release(List.of(held));
        assertThat(find(workspace, mail).state()).isEqualTo(MailState.QUEUED);
    }

    @Test
    void takesPersonalMailsFirst() {
        dispatch.stop();
        order(workspace, "bulk@example.com", aRun());
        MailId personal = order(workspace, "kim@example.com", Map.of());

        assertThat(claims.next(Priority.PERSONAL, 100))
                .filteredOn(claim -> claim.workspace().equals(workspace))
                .extracting(Claim::id)
                .containsExactly(personal);
    }

    @Test
    void givesUpAfterADay() {
        dispatch.stop();
        MailId mail = order(workspace, "kim@example.com", Map.of());
        tenancy.run(
                workspace,
                () -> jdbc.sql("update outbox set give_up_at = ? where id = ?")
                        .params(clock.instant().minusSeconds(1).atOffset(ZoneOffset.UTC), mail.value())
                        .update());

        dispatch.start();

        assertThat(becomes(workspace, mail, MailState.FAILED).reason()).hasValue(MailFault.OUT_OF_TIME);
    }

    @Test
    void endsInTimeAlsoWhenTheServerHangs() {
        SERVER.answer(".", "HANG");
        MailId mail = order(workspace, "kim@example.com", Map.of());
        becomes(workspace, mail, MailState.CLAIMED);
        await().until(() -> SERVER.commands().getLast().equals("DATA"));

        long start = System.nanoTime();
        dispatch.stop();

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofMillis(2500));
        assertThat(find(workspace, mail).reason()).hasValue(MailFault.CUT_OFF);
    }

    @Autowired
    private JdbcClient jdbc;

    private Claim claimAt(Instant now, Instant leaseUntil, MailId mail) {
        return tenancy.everywhere(() -> store.claim(Priority.BULK, 100, now, leaseUntil)).stream()
                .filter(claim -> claim.id().equals(mail))
                .findFirst()
                .orElseThrow();
    }

    private List<String> factsOf(MailLogEntry mail) {
        return activity.about(workspace, new ContactId(mail.recipient().orElseThrow()), 10).stream()
                .map(ActivityEntry::kind)
                .toList();
    }
}
