package io.portico.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.portico.PorticoTest;
import io.portico.contacts.PeopleFilter;
import io.portico.contacts.Selection;
import io.portico.kernel.RunId;
import io.portico.kernel.WorkspaceId;
import io.portico.outreach.LoginEmails;
import io.portico.outreach.RunWords;
import io.portico.tenancy.Tenancy;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

class BatchKeeperTests extends PorticoTest {
    private static final int NODES = 8;

    @Autowired
    private BatchKeeper keeper;

    @Autowired
    private LoginEmails loginEmails;

    @Autowired
    private Tenancy tenancy;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void tellsOnceThatARunIsFinishedHoweverManyNodesLook() throws Exception {
        WorkspaceId workspace = aWorkspace().id();
        IntStream.range(0, 3).forEach(n -> aContact().in(workspace));
        var over = new AtomicBoolean();
        try (ExecutorService nodes = Executors.newFixedThreadPool(NODES)) {
            List<Future<?>> looking = IntStream.range(0, NODES)
                    .<Future<?>>mapToObj(n -> nodes.submit(() -> {
                        while (!over.get()) {
                            keeper.look();
                        }
                    }))
                    .toList();
            List<RunId> runs = IntStream.range(0, 5)
                    .mapToObj(n -> loginEmails.send(
                            workspace, new Selection.Matching(PeopleFilter.ALL), RunWords.NONE, PORTICO))
                    .toList();
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> facts(workspace).stream().distinct().count() == runs.size());
            await().pollDelay(Duration.ofMillis(500)).until(() -> true);
            over.set(true);
            for (Future<?> each : looking) {
                each.get();
            }

            assertThat(facts(workspace))
                    .containsExactlyInAnyOrderElementsOf(
                            runs.stream().map(RunId::toString).toList());
        }
    }

    /** The runs of the facts that tell of an end. */
    private List<String> facts(WorkspaceId workspace) {
        var sql = "select details ->> 'run' from activity where workspace_id = ? and kind = 'run.finished'";
        return tenancy.in(
                workspace,
                () -> jdbc.sql(sql).param(workspace.value()).query(String.class).list());
    }
}
