package io.portico.mail.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.portico.kernel.EmailAddress;
import io.portico.kernel.MailId;
import io.portico.kernel.RunId;
import io.portico.kernel.WorkspaceId;
import io.portico.mail.BatchOrder;
import io.portico.mail.BatchState;
import io.portico.mail.MailFault;
import io.portico.mail.MailLogEntry;
import io.portico.mail.MailOutcome;
import io.portico.mail.MailState;
import io.portico.mail.MailTemplate;
import io.portico.mail.NewMail;
import io.portico.mail.Priority;
import io.portico.mail.SkipReason;
import io.portico.tenancy.Rows;
import io.portico.tenancy.Tenancy;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

class MailBatchesTests extends MailTest {
    @Autowired
    private Claims claims;

    @Autowired
    private ClaimStore store;

    private WorkspaceId workspace;
    private RunId run;

    @BeforeEach
    void open() {
        workspace = aWorkspace().id();
        run = aRun();
        batches.open(workspace, run, Optional.empty());
    }

    @Test
    void sendsARunAndCountsIt() {
        SERVER.answer("RCPT TO:<GONE", "550 5.1.1 User unknown");
        for (int i = 0; i < 30; i++) {
            order(workspace, "person-" + i + "@example.com", run);
        }
        order(workspace, "gone@example.com", run);
        outbox.enqueueEach(
                workspace, new BatchOrder(run, 0, Optional.empty(), Duration.ZERO, false), new Rows("""
                        select 1 as place, gen_random_uuid() as recipient_id, 'login-email' as kind, null as address,
                            '{}'::jsonb as details, 'no-address' as reason""", Map.of()));

        await().atMost(Duration.ofSeconds(15))
                .until(() -> batches.progress(workspace, run).isDone());

        assertThat(batches.progress(workspace, run).counts().byState())
                .isEqualTo(Map.of(MailState.SENT, 30L, MailState.FAILED, 1L, MailState.SKIPPED, 1L));
        assertThat(batches.skipped(workspace, run)).isEqualTo(Map.of(SkipReason.NO_ADDRESS, 1L));
        assertThat(batches.failures(workspace, run)).isEqualTo(Map.of(MailFault.NO_SUCH_MAILBOX, 1L));
    }

    @Test
    void waitsWhileItsWorkspaceIsSuspendedAndGoesOnAfterwards() {
        workspaces.suspend(workspace, "", PORTICO);
        MailId ofRun = order(workspace, "run@example.com", run);
        MailId personal = order(workspace, "personal@example.com", Map.of());
        MailId account = outbox.enqueue(
                workspace,
                NewMail.personal(
                        MailTemplate.PASSWORD_RESET, aRecipient(), EmailAddress.of("staff@example.com"), Map.of()));
        WorkspaceId neighbour = aWorkspace().id();

        becomes(neighbour, order(neighbour, "neighbour@example.com", Map.of()), MailState.SENT);
        // Taken, and not composed: these tests have no composer for it.
        becomes(workspace, account, MailState.DEFERRED);
        assertThat(List.of(ofRun, personal))
                .allMatch(mail -> find(workspace, mail).state() == MailState.QUEUED);
        tenancy.run(
                workspace,
                () -> jdbc.sql("update outbox set give_up_at = created_at").update());
        workspaces.resume(workspace, PORTICO);
        becomes(workspace, ofRun, MailState.SENT);
        becomes(workspace, personal, MailState.SENT);
    }

    @Test
    void stopsInTheMiddleOfARunWhenItsWorkspaceIsSuspended() {
        MailId mail = paused("held@example.com").getFirst();
        Claim claim = claimedNow(mail);
        assertThat(claims.standing(workspace, List.of(claim))).hasSize(1);

        workspaces.suspend(workspace, "", PORTICO);
        assertThat(claims.standing(workspace, List.of(claim))).isEmpty();
    }

    @Test
    void pagesThroughItsLedgerInOrder() {
        List<MailId> ordered = paused("a@example.com", "b@example.com", "c@example.com");
        var first = batches.recipients(workspace, run, Optional.empty(), Optional.empty(), 2);
        var second = batches.recipients(
                workspace,
                run,
                Optional.of(new MailOutcome.Stands(MailState.QUEUED)),
                Optional.of(first.getLast().id()),
                2);

        assertThat(first).extracting(MailLogEntry::id).isEqualTo(ordered.subList(0, 2));
        assertThat(second).extracting(MailLogEntry::id).containsExactly(ordered.getLast());
        assertThat(batches.recipients(
                        workspace, run, Optional.of(new MailOutcome.Stands(MailState.SENT)), Optional.empty(), 2))
                .isEmpty();
    }

    @Test
    void keepsTheOrderOfARunThatWasOrderedInOneMoment() {
        List<String> addresses = IntStream.range(0, 200)
                .mapToObj(n -> "person-" + n + "@example.com")
                .toList();
        tenancy.run(workspace, () -> {
            orderRun(workspace, run, addresses);
            batches.pause(workspace, run);
        });

        assertThat(batches.recipients(workspace, run, Optional.empty(), Optional.empty(), 500))
                .extracting(entry -> entry.address().orElseThrow())
                .isEqualTo(addresses);
    }

    @Test
    void sendsNothingWhilePausedAndAllAfterwards() {
        MailId mail = paused("kim@example.com").getFirst();
        assertThat(batches.pause(workspace, run)).isFalse();
        MailId personal = order(workspace, "lee@example.com", Map.of());

        becomes(workspace, personal, MailState.SENT);
        assertThat(find(workspace, mail).state()).isEqualTo(MailState.QUEUED);
        assertThat(batches.progress(workspace, run).state()).isEqualTo(BatchState.PAUSED);
        assertThat(batches.resume(workspace, run)).isTrue();
        becomes(workspace, mail, MailState.SENT);
    }

    @Test
    void sendsNothingAfterItWasCancelled() {
        MailId mail = paused("kim@example.com").getFirst();

        assertThat(batches.cancel(workspace, run)).isTrue();
        assertThat(find(workspace, mail).state()).isEqualTo(MailState.CANCELLED);
        assertThat(batches.resume(workspace, run)).isFalse();
    }

    @Test
    void stopsAlsoTheMailsThatAWorkerHasInHand() {
        MailId mail = paused("kim@example.com").getFirst();
        Claim claim = claimedNow(mail);
        assertThat(claims.standing(workspace, List.of(claim))).containsExactly(claim);
        batches.resume(workspace, run);

        batches.pause(workspace, run);

        assertThat(claims.standing(workspace, List.of(claim))).isEmpty();
        claims.release(List.of(claim));
        assertThat(find(workspace, mail).state()).isEqualTo(MailState.QUEUED);
    }

    @Test
    void notesAMailThatLeftWhileItsRunWasCancelled() {
        MailId mail = paused("kim@example.com").getFirst();
        Claim claim = claimedNow(mail);

        batches.cancel(workspace, run);
        settlements.settle(List.of(new Errand.Done(
                claim, new Outcome.Sent(Outcome.Addressee.UNCHANGED, "<1@example.com>", "250 ok", false))));

        assertThat(find(workspace, mail).state()).isEqualTo(MailState.SENT);
    }

    @Test
    void leavesEachMailOfASpreadRunItsDayWhenItIsResumed() {
        Duration spread = Duration.ofHours(48);
        tenancy.run(workspace, () -> {
            outbox.enqueueEach(
                    workspace,
                    new BatchOrder(run, 0, Optional.of(clock.instant()), spread, false),
                    new Rows("""
                            select n as place, gen_random_uuid() as recipient_id, 'login-email' as kind,
                                'p' || n || '@example.com' as address, '{}'::jsonb as details, null::text as reason
                            from generate_series(1, 10) as n""", Map.of()));
            batches.pause(workspace, run);
        });

        batches.resume(workspace, run);

        List<Boolean> haveTheirDay = tenancy.in(
                workspace,
                () -> jdbc.sql("select give_up_at - due_at >= interval '1 day' from outbox where workspace_id = ?")
                        .param(workspace.value())
                        .query(Boolean.class)
                        .list());
        assertThat(haveTheirDay).hasSize(10).containsOnly(true);
        batches.cancel(workspace, run);
    }

    @Test
    void isOverWhenItIsFinished() {
        order(workspace, "kim@example.com", run);
        await().until(() -> batches.progress(workspace, run).finishedAt().isPresent());

        assertThat(batches.pause(workspace, run)).isFalse();
        assertThat(batches.cancel(workspace, run)).isFalse();
        assertThat(batches.progress(workspace, run).state()).isEqualTo(BatchState.RUNNING);
    }

    @Test
    void triesAMailOfAnOldRunAgainAsSoonAsAnyOther() {
        MailId mail = paused("grey@example.com").getFirst();
        tenancy.run(
                workspace,
                () -> jdbc.sql("update outbox set created_at = created_at - interval '3 days' where workspace_id = ?")
                        .param(workspace.value())
                        .update());
        SERVER.answer("RCPT TO:<GREY", "451 4.7.1 Greylisted");
        batches.resume(workspace, run);

        MailLogEntry waiting = becomes(workspace, mail, MailState.DEFERRED);

        assertThat(waiting.nextTry().orElseThrow()).isBefore(clock.instant().plusSeconds(90));
        batches.cancel(workspace, run);
    }

    @Test
    void triesFailedMailsOnceMoreAndFinishesOnceMore() {
        SERVER.answer(".", "554 5.6.0 Looks like spam");
        MailId mail = order(workspace, "kim@example.com", run);
        becomes(workspace, mail, MailState.FAILED);
        await().until(() -> batches.progress(workspace, run).finishedAt().isPresent());
        SERVER.answerAsUsual();

        assertThat(batches.retryFailed(workspace, run)).isOne();

        becomes(workspace, mail, MailState.SENT);
        await().until(() -> batches.progress(workspace, run).finishedAt().isPresent());
    }

    @Test
    void aCancelledRunIsFinishedOnlyWhenWhatWasInHandIsKnown() {
        List<MailId> both = paused("kim@example.com", "lee@example.com");
        MailId inHand = both.getFirst();
        MailId waiting = both.getLast();
        Claim claim = claimedNow(inHand);

        batches.cancel(workspace, run);

        assertThat(claims.standing(workspace, List.of(claim)))
                .as("not one mail more")
                .isEmpty();
        assertThat(find(workspace, waiting).state()).isEqualTo(MailState.CANCELLED);
        assertThat(batches.progress(workspace, run).isDone()).isFalse();
        claims.release(List.of(claim));
        await().until(() -> batches.progress(workspace, run).finishedAt().isPresent());
        assertThat(batches.progress(workspace, run).counts().byState()).isEqualTo(Map.of(MailState.CANCELLED, 2L));
    }

    @Test
    void countsWhatTheLedgerHolds() {
        SERVER.answer("RCPT TO:<GONE", "550 5.1.1 User unknown");
        IntStream.range(0, 40).forEach(n -> order(workspace, (n % 5 == 0 ? "gone-" : "p-") + n + "@example.com", run));
        batches.pause(workspace, run);
        batches.resume(workspace, run);

        await().atMost(Duration.ofSeconds(15))
                .until(() -> batches.progress(workspace, run).finishedAt().isPresent());

        assertThat(batches.progress(workspace, run).counts().byState())
                .isEqualTo(Map.of(MailState.SENT, 32L, MailState.FAILED, 8L));
        assertThat(batches.progress(workspace, run).total()).isEqualTo(40);
        assertThat(rowsOf("mail_batch_tally")).as("summed up").isEqualTo(2);
    }

    /** Ordered and stopped in one moment, before any worker sees them. */
    private List<MailId> paused(String... addresses) {
        return tenancy.in(workspace, () -> {
            List<MailId> mails = Stream.of(addresses)
                    .map(address -> order(workspace, address, run))
                    .toList();
            assertThat(batches.pause(workspace, run)).isTrue();
            return mails;
        });
    }

    private long rowsOf(String table) {
        return tenancy.in(
                workspace,
                () -> jdbc.sql("select count(*) from " + table + " where workspace_id = ?")
                        .param(workspace.value())
                        .query(Long.class)
                        .single());
    }

    @Autowired
    private Settlements settlements;

    @Autowired
    private Tenancy tenancy;

    @Autowired
    private JdbcClient jdbc;

    /** Puts the mail into a worker's hands although the run is paused, so that no real worker takes it. */
    private Claim claimedNow(MailId mail) {
        return tenancy.in(workspace, () -> {
            jdbc.sql("update outbox set held_by = 0 where workspace_id = ? and id = ?")
                    .params(workspace.value(), mail.value())
                    .update();
            return store.claim(
                            Priority.BULK, 1, clock.instant(), clock.instant().plus(Claim.LEASE))
                    .getFirst();
        });
    }
}
