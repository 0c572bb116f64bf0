package io.portico.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.portico.PorticoTest;
import io.portico.kernel.MailId;
import io.portico.kernel.RunId;
import io.portico.kernel.WorkspaceId;
import io.portico.tenancy.Rows;
import io.portico.tenancy.Tenancy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** In another century, where no worker takes a mail. */
class UnpreparedMailsTests extends PorticoTest {
    private static final Instant START = Instant.parse("2100-01-01T00:00:00Z");

    @Autowired
    private UnpreparedMailStore store;

    @Autowired
    private UnpreparedMails mails;

    @Autowired
    private MailBatches batches;

    @Autowired
    private Outbox outbox;

    @Autowired
    private Tenancy tenancy;

    @Autowired
    private JdbcClient jdbc;

    private WorkspaceId workspace;
    private RunId run;

    @BeforeEach
    void orderFive() {
        workspace = aWorkspace().id();
        run = RunId.next(Clock.systemUTC());
        batches.open(workspace, run, Optional.empty());
        var sql = """
                select n as place, gen_random_uuid() as recipient_id, 'invitation' as kind,
                    'p' || n || '@example.com' as address, '{}'::jsonb as details, null::text as reason
                from generate_series(1, 5) as n""";
        outbox.enqueueEach(
                workspace, new BatchOrder(run, 0, Optional.of(START), Duration.ZERO, true), new Rows(sql, Map.of()));
    }

    @Test
    void areNotPreparedLongBeforeTheyAreDue() {
        assertThat(mails.portion(workspace, run, 10)).isEmpty();
        assertThat(mails.nextPortion(workspace, run).orElseThrow())
                .isBetween(START.minus(Duration.ofHours(1)), START.minusSeconds(60));
        assertThat(portion(10)).hasSize(5);
    }

    @Test
    void areNotPreparedWhileTheirRunStands() {
        assertThat(isRunning()).isTrue();
        batches.pause(workspace, run);
        assertThat(isRunning()).isFalse();
        batches.resume(workspace, run);
        assertThat(isRunning()).isTrue();
        batches.cancel(workspace, run);
        assertThat(isRunning()).isFalse();
        assertThat(mails.nextPortion(workspace, run)).isEmpty();
    }

    @Test
    void arePreparedOnlySoFarAheadOfThoseThatHaveLeft() {
        assertThat(isAhead(2)).isFalse();
        mails.letGo(workspace, portion(1));
        assertThat(isAhead(2)).isFalse();
        mails.letGo(workspace, portion(1));
        assertThat(isAhead(2)).as("two wait").isTrue();

        tenancy.run(
                workspace,
                () -> jdbc.sql("""
                        update outbox set state = 'sent' where workspace_id = ? and held_by = 0
                            and n = (select min(n) from outbox where workspace_id = ?)""").params(workspace.value(), workspace.value()).update());
        assertThat(isAhead(2)).as("one has left").isFalse();
    }

    @Test
    void doNotWaitForAFewThatAreDeferred() {
        mails.letGo(workspace, portion(4));
        assertThat(isAhead(4)).isTrue();

        tenancy.run(
                workspace,
                () -> jdbc.sql("update outbox set state = 'sent' where workspace_id = ? and held_by = 0 and n % 2 = 0")
                        .param(workspace.value())
                        .update());

        assertThat(isAhead(4)).as("two of four wait").isFalse();
    }

    @Test
    void haveTheirDayFromWhenTheyArePrepared() {
        tenancy.run(
                workspace,
                () -> jdbc.sql(
                                "update outbox set due_at = now() - interval '3 days', give_up_at = now() - interval '2 days'"
                                        + " where workspace_id = ?")
                        .param(workspace.value())
                        .update());

        // Undone again, so that no worker takes them.
        tenancy.run(workspace, () -> {
            mails.letGo(workspace, portion(5));
            assertThat(jdbc.sql("select bool_and(give_up_at > now() + interval '23 hours') from outbox"
                                    + " where workspace_id = ?")
                            .param(workspace.value())
                            .query(Boolean.class)
                            .single())
                    .isTrue();
            batches.cancel(workspace, run);
        });
    }

    private List<MailId> portion(int most) {
        return tenancy.in(workspace, () -> store.portion(workspace, run, START, most));
    }

    private boolean isRunning() {
        return tenancy.in(workspace, () -> store.isRunning(workspace, run));
    }

    private boolean isAhead(int places) {
        return tenancy.in(workspace, () -> store.isAhead(workspace, run, places));
    }
}
