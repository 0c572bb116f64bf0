package io.portico.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.portico.PorticoTest;
import io.portico.kernel.EmailAddress;
import io.portico.kernel.RunId;
import io.portico.kernel.WorkspaceId;
import io.portico.tenancy.Rows;
import io.portico.tenancy.Tenancy;
import io.portico.tenancy.Timestamps;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;

/** In another century, where no worker of this node takes a mail and its own gate finds none due. */
class PaceGateTests extends PorticoTest {
    private static final Instant START = Instant.parse("2100-01-01T00:00:00Z");
    private static final int STEP_MILLIS = 250;

    @Autowired
    private Tenancy tenancy;

    @Autowired
    private MailPaceStore store;

    @Autowired
    private MailPaces paces;

    @Autowired
    private MailBatches batches;

    @Autowired
    private Outbox outbox;

    @Autowired
    private ApplicationEventPublisher news;

    @Autowired
    private JdbcClient jdbc;

    private final Ticking clock = new Ticking();
    private WorkspaceId workspace;

    @BeforeEach
    void open() {
        workspace = aWorkspace().id();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 60, 600})
    void letsNoMoreGoInAnyMinuteAndHardlyFewer(int limit) {
        paces.change(workspace, new MailPace(OptionalInt.of(limit), OptionalInt.empty()), PORTICO);
        wait(3 * limit + 5, "example.com");

        List<Integer> gone = minutes(2);

        assertThat(mostInAMinute(gone)).isLessThanOrEqualTo(limit);
        assertThat(sum(gone)).isGreaterThanOrEqualTo((int) (2 * limit * 0.97) - 1);
    }

    @Test
    void holdsOneDomainBackAndNotTheOthers() {
        paces.change(workspace, new MailPace(OptionalInt.empty(), OptionalInt.of(60)), PORTICO);
        wait(500, "gmail.example");
        wait(30, "small.example");

        List<Integer> gone = minutes(1);

        assertThat(mostInAMinute(gone)).isEqualTo(60 + 30);
        assertThat(waiting("small.example")).isZero();
        assertThat(waiting("gmail.example")).isEqualTo(440);
    }

    @Test
    void twoNodesLetNoMoreGoThanOne() {
        paces.change(workspace, new MailPace(OptionalInt.of(60), OptionalInt.empty()), PORTICO);
        wait(200, "example.com");
        clock.now = START;
        IntStream.range(0, 40).forEach(step -> {
            clock.now = clock.now.plusMillis(STEP_MILLIS);
            IntStream.range(0, 4).parallel().forEach(node -> gate().look());
        });

        assertThat(200 - waiting("example.com")).isLessThanOrEqualTo(11);
    }

    @Test
    void aPersonalMailKnowsNoLimit() {
        paces.change(workspace, new MailPace(OptionalInt.of(1), OptionalInt.of(1)), PORTICO);

        outbox.enqueue(
                workspace,
                NewMail.personal(
                        MailTemplate.OPERATOR_INVITATION,
                        UUID.randomUUID(),
                        EmailAddress.of("a@example.com"),
                        Map.of()));

        assertThat(heldBy()).containsOnly(0);
    }

    @Test
    void mailsThatWaitAlreadyTakeTurnsFromThenOnAndGoWhenTheLimitIsGone() {
        wait(3, "example.com");
        assertThat(heldBy()).containsOnly(0);

        paces.change(workspace, new MailPace(OptionalInt.of(5), OptionalInt.empty()), PORTICO);
        assertThat(heldBy()).containsOnly(2);

        paces.change(workspace, MailPace.UNLIMITED, PORTICO);
        assertThat(heldBy()).containsOnly(0);
        assertThat(activity.latest(workspace, 10))
                .filteredOn(entry -> entry.kind().equals("mail_pace.changed"))
                .hasSize(2);
    }

    @Test
    void aMailThatIsTriedAgainWaitsForItsTurnAgain() {
        wait(1, "example.com");
        paces.change(workspace, new MailPace(OptionalInt.of(5), OptionalInt.empty()), PORTICO);
        tenancy.run(workspace, () -> {
            jdbc.sql("update outbox set held_by = 0, state = 'claimed' where workspace_id = ?")
                    .param(workspace.value())
                    .update();
            jdbc.sql("update outbox set state = 'deferred' where workspace_id = ?")
                    .param(workspace.value())
                    .update();
        });

        assertThat(heldBy()).containsOnly(2);
    }

    @Test
    void aFewMailsThatAreTriedOnceMoreKnowNoLimitEither() {
        paces.change(workspace, new MailPace(OptionalInt.of(1), OptionalInt.empty()), PORTICO);
        RunId run = RunId.next(Clock.systemUTC());
        tenancy.run(workspace, () -> {
            batches.open(workspace, run, Optional.empty());
            outbox.enqueueEach(
                    workspace, new BatchOrder(run, 5, Optional.empty(), Duration.ZERO, false), mails(2, "example.com"));
            jdbc.sql("update outbox set state = 'failed', reason = 'rejected' where workspace_id = ?")
                    .param(workspace.value())
                    .update();

            assertThat(batches.retryFailed(workspace, run)).isEqualTo(2);
            assertThat(heldBy()).containsOnly(0);
            batches.cancel(workspace, run);
        });
    }

    @Test
    void aMailIsTriedForADayFromItsFirstTurnOnHoweverSlowTheLimit() {
        paces.change(workspace, new MailPace(OptionalInt.of(1), OptionalInt.empty()), PORTICO);
        wait(1, "example.com");
        clock.now = START.plus(Duration.ofDays(3));

        gate().look();

        assertThat(tenancy.in(
                        workspace,
                        () -> jdbc.sql("select give_up_at from outbox where workspace_id = ? and held_by = 0")
                                .param(workspace.value())
                                .query((row, n) -> Timestamps.instant(row, "give_up_at"))
                                .single()))
                .isEqualTo(clock.now.plus(Outbox.PATIENCE));
    }

    @Test
    void theWaitForATurnIsNoPartOfTheDayInWhichAMailIsTried() {
        paces.change(workspace, new MailPace(OptionalInt.of(1), OptionalInt.empty()), PORTICO);
        wait(1, "example.com");
        tenancy.run(
                workspace,
                () -> jdbc.sql(
                                "update outbox set attempts = 1, due_at = :due, give_up_at = :end where workspace_id = :workspace")
                        .param("due", Timestamps.utc(START.plus(Duration.ofHours(2))))
                        .param("end", Timestamps.utc(START.plus(Duration.ofHours(24))))
                        .param("workspace", workspace.value())
                        .update());
        clock.now = START.plus(Duration.ofHours(32));

        gate().look();

        assertThat(givesUpAt()).isEqualTo(START.plus(Duration.ofHours(54)));
    }

    @Test
    void whatWaitedForDaysHasADayWhenTheLimitIsTakenAway() {
        paces.change(workspace, new MailPace(OptionalInt.of(1), OptionalInt.empty()), PORTICO);
        wait(1, "example.com");
        tenancy.run(workspace, () -> {
            jdbc.sql("update outbox set due_at = now() - interval '3 days', give_up_at = now() - interval '2 days'"
                            + " where workspace_id = ?")
                    .param(workspace.value())
                    .update();
            // Before a worker sees it.
            paces.change(workspace, MailPace.UNLIMITED, PORTICO);
            assertThat(givesUpAt()).isAfter(Instant.now().plus(Duration.ofHours(23)));
            jdbc.sql("delete from outbox where workspace_id = ?")
                    .param(workspace.value())
                    .update();
        });
    }

    private Instant givesUpAt() {
        return tenancy.in(
                workspace,
                () -> jdbc.sql("select give_up_at from outbox where workspace_id = ?")
                        .param(workspace.value())
                        .query((row, n) -> Timestamps.instant(row, "give_up_at"))
                        .single());
    }

    @Test
    void aMailThatWaitsForATurnGoesWhenThereIsNoLimitAnyMore() {
        wait(2, "example.com");
        tenancy.run(
                workspace,
                () -> jdbc.sql("update outbox set held_by = 2 where workspace_id = ?")
                        .param(workspace.value())
                        .update());

        gate().look();

        assertThat(heldBy()).containsOnly(0);
    }

    @Test
    void aRunThatIsJustBeginningKnowsTheLimitThatIsSetMeanwhile() throws Exception {
        CompletableFuture<Void> change = tenancy.in(workspace, () -> {
            wait(2, "example.com");
            return CompletableFuture.runAsync(
                    () -> paces.change(workspace, new MailPace(OptionalInt.of(1), OptionalInt.empty()), PORTICO));
        });
        change.get(30, TimeUnit.SECONDS);

        assertThat(heldBy()).containsOnly(2);
    }

    @Test
    void letsARunGoThroughInTheEnd() {
        paces.change(workspace, new MailPace(OptionalInt.of(600), OptionalInt.of(300)), PORTICO);
        RunId run = RunId.next(Clock.systemUTC());
        batches.open(workspace, run, Optional.empty());
        outbox.enqueueEach(
                workspace, new BatchOrder(run, 0, Optional.empty(), Duration.ZERO, false), mails(20, "example.com"));

        await().atMost(Duration.ofSeconds(20))
                .until(() -> batches.progress(workspace, run).isDone());
    }

    private PaceGate gate() {
        return new PaceGate(tenancy, store, news, clock);
    }

    /** How many were let go at each look. */
    private List<Integer> minutes(int minutes) {
        List<Integer> gone = new ArrayList<>();
        clock.now = START;
        long before = waiting("%");
        for (int step = 0; step < minutes * 60_000 / STEP_MILLIS; step++) {
            gate().look();
            long after = waiting("%");
            gone.add((int) (before - after));
            before = after;
            clock.now = clock.now.plusMillis(STEP_MILLIS);
        }
        return gone;
    }

    private static int mostInAMinute(List<Integer> gone) {
        int width = 60_000 / STEP_MILLIS;
        return IntStream.rangeClosed(0, gone.size() - width)
                .map(from -> sum(gone.subList(from, from + width)))
                .max()
                .orElseThrow();
    }

    private static int sum(List<Integer> numbers) {
        return numbers.stream().mapToInt(Integer::intValue).sum();
    }

    private void wait(int mails, String domain) {
        RunId run = RunId.next(Clock.systemUTC());
        batches.open(workspace, run, Optional.empty());
        outbox.enqueueEach(
                workspace,
                new BatchOrder(run, 0, Optional.of(START.minusSeconds(1)), Duration.ZERO, false),
                mails(mails, domain));
    }

    private Rows mails(int mails, String domain) {
        var sql = """
                select n as place, gen_random_uuid() as recipient_id, 'login-email' as kind,
                    'p' || n || '@' || :domain as address, '{}'::jsonb as details, null::text as reason
                from generate_series(1, :mails) as n""";
        return new Rows(sql, Map.of("domain", domain, "mails", mails));
    }

    private long waiting(String domain) {
        return tenancy.in(
                workspace,
                () -> jdbc.sql("select count(*) from outbox where workspace_id = ? and domain like ? and held_by = 2")
                        .params(workspace.value(), domain)
                        .query(Long.class)
                        .single());
    }

    private List<Integer> heldBy() {
        return tenancy.in(
                workspace,
                () -> jdbc.sql("select held_by from outbox where workspace_id = ?")
                        .param(workspace.value())
                        .query(Integer.class)
                        .list());
    }

    private static final class Ticking extends Clock {
        private volatile Instant now = START;

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
