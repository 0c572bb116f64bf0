package io.portico.outreach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.portico.PorticoTest;
import io.portico.activity.ActivityEntry;
import io.portico.contacts.Contact;
import io.portico.contacts.Selection;
import io.portico.kernel.Language;
import io.portico.kernel.RunId;
import io.portico.mail.BatchOrder;
import io.portico.mail.BatchState;
import io.portico.mail.MailBatches;
import io.portico.mail.MailState;
import io.portico.mail.Outbox;
import io.portico.mail.SkipReason;
import io.portico.mail.SuppressionReason;
import io.portico.mail.Suppressions;
import io.portico.tenancy.Rows;
import io.portico.tenancy.Tenancy;
import io.portico.workspace.Operator;
import io.portico.workspace.Workspace;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

class RunsTests extends PorticoTest {
    private static final RunWords WORDS = new RunWords(Optional.of("See you soon."), Optional.of(Language.KO));

    @Autowired
    private Runs runs;

    @Autowired
    private MailBatches batches;

    @Autowired
    private Outbox outbox;

    @Autowired
    private LoginEmails loginEmails;

    @Autowired
    private Invitations invitations;

    @Autowired
    private RunBrake brake;

    @Autowired
    private Suppressions suppressions;

    @Autowired
    private Tenancy tenancy;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void keepsWhoStartedARunAndWithWhichWords() {
        Workspace workspace = aWorkspace();
        Operator owner = ownerOf(workspace);

        RunId id = runs.start(
                workspace.id(),
                RunKind.INVITATIONS,
                WORDS,
                RunTiming.NOW,
                by(owner.id()),
                run -> twoRows(workspace, run));

        Run run = runs.find(workspace.id(), id).orElseThrow();
        assertThat(run.kind()).isEqualTo(RunKind.INVITATIONS);
        assertThat(run.by().operator()).contains(owner.id());
        assertThat(run.note()).contains("See you soon.");
        assertThat(run.language()).contains(Language.KO);
        assertThat(batches.progress(workspace.id(), id).total()).isEqualTo(2);
    }

    @Test
    void tellsTheLogForHowManyItWas() {
        Workspace workspace = aWorkspace();

        runs.start(
                workspace.id(),
                RunKind.LOGIN_EMAILS,
                RunWords.NONE,
                RunTiming.NOW,
                PORTICO,
                run -> twoRows(workspace, run));

        ActivityEntry started = activity.latest(workspace.id(), 1).getFirst();
        assertThat(started.kind()).isEqualTo("run.started");
        assertThat(started.details().path("text").asString()).isEqualTo("2");
    }

    @Test
    void startsWhollyOrNotAtAll() {
        Workspace workspace = aWorkspace();

        assertThatThrownBy(() ->
                        runs.start(workspace.id(), RunKind.LOGIN_EMAILS, RunWords.NONE, RunTiming.NOW, PORTICO, run -> {
                            throw new IllegalArgumentException("half way");
                        }))
                .hasMessage("half way");

        assertThat(runs.page(workspace.id(), Optional.empty(), 10)).isEmpty();
    }

    @Test
    void areListedNewestFirstAndToTheirOwnWorkspaceAlone() {
        Workspace workspace = aWorkspace();
        RunId first = runs.start(workspace.id(), RunKind.INVITATIONS, WORDS, RunTiming.NOW, PORTICO, run -> 0);
        RunId second = runs.start(workspace.id(), RunKind.LOGIN_EMAILS, WORDS, RunTiming.NOW, PORTICO, run -> 0);

        assertThat(runs.page(workspace.id(), Optional.empty(), 10))
                .extracting(Run::id)
                .containsExactly(second, first);
        assertThat(runs.page(workspace.id(), Optional.empty(), 1))
                .extracting(Run::id)
                .containsExactly(second);
        assertThat(runs.find(aWorkspace().id(), first)).isEmpty();
    }

    @Test
    void tellsTheLogOnceThatARunIsFinishedAndHow() {
        Workspace workspace = aWorkspace();
        Contact silent = aContact().withoutAddress().in(workspace);
        Contact kim = aContact().in(workspace);

        RunId run = loginEmails.send(workspace.id(), these(silent, kim), RunWords.NONE, PORTICO);
        await().atMost(Duration.ofSeconds(10)).until(() -> finishes(workspace).size() == 1);

        ActivityEntry fact = finishes(workspace).getFirst();
        assertThat(fact.details().path("run").asString()).isEqualTo(run.toString());
        assertThat(fact.details().path("total").asLong()).isEqualTo(2);
        assertThat(fact.details().path("sent").asLong()).isOne();
        assertThat(fact.details().path("skipped").asLong()).isOne();
        await().during(Duration.ofMillis(1500))
                .atMost(Duration.ofSeconds(5))
                .until(() -> finishes(workspace).size() == 1);
    }

    @Test
    void aRunThatIsPutOffSendsNothingUntilItIsStarted() {
        Workspace workspace = aWorkspace();
        Contact kim = aContact().in(workspace);
        var tomorrow = new RunTiming(Optional.of(Instant.now().plus(Duration.ofDays(1))), Duration.ofHours(2));

        RunId run = invitations.send(workspace.id(), these(kim), List.of(), RunWords.NONE, tomorrow, PORTICO);

        assertThat(batches.progress(workspace.id(), run).scheduledFor(Instant.now()))
                .isPresent();
        assertThat(contacts.get(workspace.id(), kim.id()).standing().wasInvited())
                .isFalse();
        assertThat(brake.startNow(workspace.id(), run, PORTICO)).isTrue();
        assertThat(brake.startNow(workspace.id(), run, PORTICO)).isFalse();
        await().atMost(Duration.ofSeconds(20))
                .until(() -> batches.progress(workspace.id(), run).count(MailState.SENT) == 1);
        assertThat(contacts.get(workspace.id(), kim.id()).standing().wasInvited())
                .isTrue();
    }

    @Test
    void areResumedAlsoWhereSomebodyHoldsTheirMailsInAnotherOrder() {
        Workspace workspace = aWorkspace();
        Selection two = these(aContact().in(workspace), aContact().in(workspace));
        RunId run = loginEmails.send(workspace.id(), two, List.of(), RunWords.NONE, tomorrow(), PORTICO);
        brake.pause(workspace.id(), run, PORTICO);

        Thread resuming = tenancy.in(workspace.id(), () -> {
            touch(run, "desc");
            Thread thread = Thread.ofVirtual().start(() -> brake.resume(workspace.id(), run, PORTICO));
            await().until(this::somebodyWaitsForALock);
            touch(run, "asc");
            return thread;
        });

        await().until(() -> !resuming.isAlive());
        assertThat(batches.progress(workspace.id(), run).state()).isEqualTo(BatchState.RUNNING);
        assertThat(activity.latest(workspace.id(), 1).getFirst().kind()).isEqualTo("run.resumed");
    }

    private void touch(RunId run, String order) {
        jdbc.sql(
                        "update outbox set attempts = attempts where id = (select id from outbox where batch_id = ? order by n "
                                + order + " limit 1)")
                .param(run.value())
                .update();
    }

    private boolean somebodyWaitsForALock() {
        return jdbc.sql("select exists (select from pg_locks where not granted)")
                .query(Boolean.class)
                .single();
    }

    @Test
    void aPausedRunInvitesNobodyUntilItIsResumed() {
        Workspace workspace = aWorkspace();
        Contact kim = aContact().in(workspace);
        RunId run = invitations.send(workspace.id(), these(kim), List.of(), RunWords.NONE, tomorrow(), PORTICO);
        assertThat(brake.pause(workspace.id(), run, PORTICO)).isTrue();

        assertThat(brake.startNow(workspace.id(), run, PORTICO)).isTrue();

        await().during(Duration.ofSeconds(3))
                .atMost(Duration.ofSeconds(5))
                .until(() -> !contacts.get(workspace.id(), kim.id()).standing().wasInvited());
        brake.resume(workspace.id(), run, PORTICO);
        await().atMost(Duration.ofSeconds(20))
                .until(() -> batches.progress(workspace.id(), run).count(MailState.SENT) == 1);
        assertThat(contacts.get(workspace.id(), kim.id()).standing().wasInvited())
                .isTrue();
    }

    @Test
    void invitesEachOfASpreadRunShortlyBeforeTheMailIsDue() {
        Workspace workspace = aWorkspace();
        Contact[] four =
                IntStream.range(0, 4).mapToObj(n -> aContact().in(workspace)).toArray(Contact[]::new);
        var timing = new RunTiming(Optional.empty(), Duration.ofHours(48));

        RunId run = invitations.send(workspace.id(), these(four), List.of(), RunWords.NONE, timing, PORTICO);

        await().atMost(Duration.ofSeconds(20)).until(() -> invited(workspace) == 1);
        await().during(Duration.ofSeconds(3)).atMost(Duration.ofSeconds(5)).until(() -> invited(workspace) == 1);
        assertThat(brake.cancel(workspace.id(), run, PORTICO)).isTrue();
    }

    @Test
    void aRunThatWasPutOffDoesNotInviteWhoseAddressWasSuppressedMeanwhile() {
        Workspace workspace = aWorkspace();
        Contact kim = aContact().in(workspace);
        RunId run = invitations.send(workspace.id(), these(kim), List.of(), RunWords.NONE, tomorrow(), PORTICO);
        suppressions.add(workspace.id(), kim.email().orElseThrow(), SuppressionReason.BOUNCED, "550 5.1.1", PORTICO);

        brake.startNow(workspace.id(), run, PORTICO);

        await().atMost(Duration.ofSeconds(20))
                .until(() -> batches.progress(workspace.id(), run).count(MailState.SKIPPED) == 1);
        assertThat(batches.skipped(workspace.id(), run)).containsOnlyKeys(SkipReason.SUPPRESSED);
        assertThat(contacts.get(workspace.id(), kim.id()).standing().wasInvited())
                .isFalse();
    }

    private static RunTiming tomorrow() {
        return new RunTiming(Optional.of(Instant.now().plus(Duration.ofDays(1))), Duration.ZERO);
    }

    private long invited(Workspace workspace) {
        return tenancy.in(
                workspace.id(),
                () -> jdbc.sql("select count(*) from contact where workspace_id = ? and invited_at is not null")
                        .param(workspace.id().value())
                        .query(Long.class)
                        .single());
    }

    @Test
    void spreadsARunEvenly() {
        Workspace workspace = aWorkspace();
        Contact[] four =
                IntStream.range(0, 4).mapToObj(n -> aContact().in(workspace)).toArray(Contact[]::new);
        Instant start = Instant.parse("2100-01-01T09:00:00Z");
        var timing = new RunTiming(Optional.of(start), Duration.ofHours(2));

        RunId run = loginEmails.send(workspace.id(), these(four), List.of(), RunWords.NONE, timing, PORTICO);

        var due = tenancy.in(
                workspace.id(),
                () -> jdbc.sql("select due_at from outbox where batch_id = ? order by n")
                        .param(run.value())
                        .query(OffsetDateTime.class)
                        .list());
        assertThat(due)
                .extracting(OffsetDateTime::toInstant)
                .containsExactly(
                        start,
                        start.plus(Duration.ofMinutes(30)),
                        start.plus(Duration.ofMinutes(60)),
                        start.plus(Duration.ofMinutes(90)));
        assertThat(batches.cancel(workspace.id(), run)).isTrue();
    }

    @Test
    void tellWhoStoppedARunAndLetItGoOn() {
        Workspace workspace = aWorkspace();
        var tomorrow = new RunTiming(Optional.of(Instant.now().plus(Duration.ofDays(1))), Duration.ZERO);
        RunId run = loginEmails.send(
                workspace.id(), these(aContact().in(workspace)), List.of(), RunWords.NONE, tomorrow, PORTICO);

        assertThat(brake.resume(workspace.id(), run, PORTICO)).isFalse();
        assertThat(brake.pause(workspace.id(), run, PORTICO)).isTrue();
        assertThat(brake.pause(workspace.id(), run, PORTICO)).isFalse();
        assertThat(brake.resume(workspace.id(), run, PORTICO)).isTrue();
        assertThat(brake.cancel(workspace.id(), run, PORTICO)).isTrue();
        assertThat(brake.retryFailed(workspace.id(), run, PORTICO)).isZero();

        assertThat(activity.latest(workspace.id(), 50))
                .extracting(ActivityEntry::kind)
                .filteredOn(kind -> kind.startsWith("run."))
                .containsSubsequence("run.cancelled", "run.resumed", "run.paused", "run.started")
                .doesNotHaveDuplicates();
    }

    private List<ActivityEntry> finishes(Workspace workspace) {
        return activity.latest(workspace.id(), 50).stream()
                .filter(entry -> entry.kind().equals("run.finished"))
                .toList();
    }

    private static Selection these(Contact... contacts) {
        return new Selection.These(Arrays.stream(contacts).map(Contact::id).toList());
    }

    private long twoRows(Workspace workspace, RunId run) {
        var rows = new Rows("""
                select place, gen_random_uuid() as recipient_id, 'login-email' as kind, null as address,
                    '{}'::jsonb as details, 'no-address' as reason
                from generate_series(1, 2) as place""", Map.of());
        return outbox.enqueueEach(workspace.id(), new BatchOrder(run, 0, Optional.empty(), Duration.ZERO, false), rows);
    }
}
