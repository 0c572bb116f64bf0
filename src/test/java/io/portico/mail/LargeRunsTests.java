package io.portico.mail;

import static org.awaitility.Awaitility.await;

import io.portico.PorticoTest;
import io.portico.kernel.RunId;
import io.portico.kernel.WorkspaceId;
import io.portico.tenancy.Rows;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** In another century, where no worker takes a mail. */
class LargeRunsTests extends PorticoTest {
    private static final Instant START = Instant.parse("2100-01-01T00:00:00Z");

    @Autowired
    private MailBatches batches;

    @Autowired
    private Outbox outbox;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void areToldToThePlannerWithinMoments() {
        WorkspaceId workspace = aWorkspace().id();
        long before = timesTold();

        order(workspace, 1_999);
        await().during(Duration.ofSeconds(1)).until(() -> timesTold() == before);

        order(workspace, 2_000);
        await().until(() -> timesTold() == before + 1);
    }

    private void order(WorkspaceId workspace, int mails) {
        RunId run = RunId.next(Clock.systemUTC());
        batches.open(workspace, run, Optional.empty());
        var sql = """
                select n as place, gen_random_uuid() as recipient_id, 'login-email' as kind,
                    'p' || n || '@example.com' as address, '{}'::jsonb as details, null::text as reason
                from generate_series(1, :mails) as n""";
        outbox.enqueueEach(
                workspace,
                new BatchOrder(run, 0, Optional.of(START), Duration.ZERO, false),
                new Rows(sql, Map.of("mails", mails)));
    }

    /** Without what autovacuum looks at by itself. */
    private long timesTold() {
        return jdbc.sql("select analyze_count from pg_stat_user_tables where relname = 'outbox'")
                .query(Long.class)
                .single();
    }
}
