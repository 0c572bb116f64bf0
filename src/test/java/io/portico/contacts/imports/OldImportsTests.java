package io.portico.contacts.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import io.portico.PorticoTest;
import io.portico.kernel.ImportId;
import io.portico.tenancy.Tenancy;
import io.portico.workspace.Workspace;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

class OldImportsTests extends PorticoTest {
    @Autowired
    private Imports imports;

    @Autowired
    private Scheduler jobs;

    @Autowired
    private Tenancy tenancy;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void areDeletedWithTheirFilesInEveryWorkspaceThoughNobodyUploadsThereAgain() {
        Workspace acme = aWorkspace();
        Workspace other = aWorkspace();
        ImportId old = aDraft(acme, Duration.ofHours(25));
        ImportId young = aDraft(acme, Duration.ofHours(23));
        ImportId theirs = aDraft(other, Duration.ofHours(25));

        jobs.reschedule(TaskInstanceId.of("delete-old-imports", RecurringTask.INSTANCE), Instant.now());

        await().atMost(Duration.ofSeconds(20))
                .until(() -> imports.find(acme.id(), old).isEmpty()
                        && imports.find(other.id(), theirs).isEmpty());
        assertThat(pieces(acme)).isEqualTo(1);
        assertThat(imports.find(acme.id(), young)).isPresent();
    }

    private ImportId aDraft(Workspace workspace, Duration age) {
        var file = new ByteArrayInputStream("name,email\nKim,kim@example.com\n".getBytes(StandardCharsets.UTF_8));
        ImportId id = imports.upload(
                workspace.id(), "people.csv", file, ownerOf(workspace).id());
        var sql = "update contact_import set created_at = ? where workspace_id = ? and id = ?";
        tenancy.run(
                workspace.id(),
                () -> jdbc.sql(sql)
                        .params(
                                Instant.now().minus(age).atOffset(ZoneOffset.UTC),
                                workspace.id().value(),
                                id.value())
                        .update());
        return id;
    }

    private long pieces(Workspace workspace) {
        return tenancy.in(
                workspace.id(),
                () -> jdbc.sql("select count(*) from contact_import_chunk where workspace_id = ?")
                        .param(workspace.id().value())
                        .query(Long.class)
                        .single());
    }
}
