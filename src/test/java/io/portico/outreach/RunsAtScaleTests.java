package io.portico.outreach;

import static org.assertj.core.api.Assertions.assertThat;

import io.portico.PorticoTest;
import io.portico.contacts.PeopleFilter;
import io.portico.contacts.Selection;
import io.portico.kernel.RunId;
import io.portico.kernel.WorkspaceId;
import io.portico.mail.MailBatches;
import io.portico.tenancy.Tenancy;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Runs to 100,000: what an operator waits for, and what others wait for meanwhile. */
@Tag("soak")
class RunsAtScaleTests extends PorticoTest {
    private static final Logger LOG = LoggerFactory.getLogger(RunsAtScaleTests.class);
    private static final int MANY = 100_000;
    private static final Selection ALL = new Selection.Matching(PeopleFilter.ALL);

    @Autowired
    private Invitations invitations;

    @Autowired
    private LoginEmails loginEmails;

    @Autowired
    private RunBrake brake;

    @Autowired
    private MailBatches batches;

    @Autowired
    private Tenancy tenancy;

    @Autowired
    private JdbcClient jdbc;

    private WorkspaceId workspace;

    @BeforeEach
    void load() {
        workspace = aWorkspace().id();
        var sql = """
                insert into contact (workspace_id, id, first_name, last_name, email, email_key, phone, source,
                    created_at, updated_at, disabled_at)
                select :workspace, portico_uuid7(1700000000000 + n), 'Person ' || n, 'Kim',
                    case when n % 50 <> 0 then 'person.' || n || '@example.com' end,
                    case when n % 50 <> 0 then 'person.' || n || '@example.com' end,
                    '010-' || lpad((n % 10000)::text, 4, '0'), 'import', now(), now(),
                    case when n % 100 = 1 then now() end
                from generate_series(1, :many) as n""";
        tenancy.run(
                workspace,
                () -> jdbc.sql(sql)
                        .param("workspace", workspace.value())
                        .param("many", MANY)
                        .update());
        jdbc.sql("analyze contact").update();
    }

    @Test
    void tellsTheVerdictsAtOnce() {
        Plan plan = timed("verdicts", Duration.ofSeconds(2), this::plan);
        assertThat(plan.mails()).isEqualTo(97_000);
        assertThat(plan.counts()).containsEntry(Verdict.NO_ADDRESS, 2_000).containsEntry(Verdict.DISABLED, 1_000);
        timed("verdicts again", Duration.ofSeconds(2), this::plan);
        PlanPage disabled = timed(
                "a group",
                Duration.ofSeconds(1),
                () -> loginEmails.page(workspace, ALL, List.of(), Verdict.DISABLED, ""));
        timed(
                "its next page",
                Duration.ofSeconds(1),
                () -> loginEmails.page(
                        workspace,
                        ALL,
                        List.of(),
                        Verdict.DISABLED,
                        disabled.next().orElseThrow()));
    }

    @Test
    void startsLoginEmailsWithinTwoSecondsWhileSignInsGoOn() {
        for (int round = 1; round <= 3; round++) {
            RunId run = timed(
                    "start of login e-mails, round " + round,
                    Duration.ofSeconds(2),
                    () -> loginEmails.send(workspace, ALL, RunWords.NONE, PORTICO));
            timed("pause", Duration.ofSeconds(5), () -> brake.pause(workspace, run, PORTICO));
            timed("resume", Duration.ofSeconds(5), () -> brake.resume(workspace, run, PORTICO));
            timed("cancel", Duration.ofSeconds(5), () -> brake.cancel(workspace, run, PORTICO));
            assertThat(batches.progress(workspace, run).total()).isEqualTo(MANY);
            jdbcIn("delete from access_mail where workspace_id = ?");
        }
    }

    @Test
    void startsInvitationsWithinTwoSecondsAndNotesThemAllBehind() {
        long begun = System.nanoTime();
        RunId run = timed(
                "start of invitations",
                Duration.ofSeconds(2),
                () -> invitations.send(workspace, ALL, List.of(), RunWords.NONE, PORTICO));
        Awaitility.await()
                .atMost(Duration.ofMinutes(5))
                .pollInterval(Duration.ofMillis(500))
                .until(() -> jdbcCount("select count(*) from contact where workspace_id = ? and invited_at is not null")
                        == 97_000);
        LOG.info("all noted after {} ms", (System.nanoTime() - begun) / 1_000_000);
        brake.cancel(workspace, run, PORTICO);
        assertThat(jdbcCount("select count(*) from activity where workspace_id = ? and kind = 'contact.invited'"))
                .isEqualTo(97_000);
    }

    private long jdbcCount(String sql) {
        return tenancy.in(
                workspace,
                () -> jdbc.sql(sql).param(workspace.value()).query(Long.class).single());
    }

    private Plan plan() {
        return loginEmails.plan(workspace, ALL, List.of());
    }

    private void jdbcIn(String sql) {
        tenancy.run(workspace, () -> jdbc.sql(sql).param(workspace.value()).update());
    }

    private static <T> T timed(String what, Duration most, Supplier<T> work) {
        long start = System.nanoTime();
        T result = work.get();
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        LOG.info("{}: {} ms", what, took.toMillis());
        assertThat(took).as(what).isLessThan(most);
        return result;
    }
}
