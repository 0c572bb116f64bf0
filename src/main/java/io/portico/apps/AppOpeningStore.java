package io.portico.apps;

import io.portico.kernel.ContactId;
import io.portico.kernel.WorkspaceId;
import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class AppOpeningStore {
    private final JdbcClient jdbc;

    AppOpeningStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** False when the contact was counted in this month. */
    boolean insert(WorkspaceId workspace, ContactId contact, LocalDate month) {
        var sql = """
                insert into app_opening (workspace_id, contact_id, month) values (?, ?, ?)
                on conflict (workspace_id, contact_id, month) do nothing""";
        return jdbc.sql(sql).params(workspace.value(), contact.value(), month).update() == 1;
    }

    AppUsage usage(WorkspaceId workspace, LocalDate since) {
        var sql = """
                select count(distinct contact_id) as ever,
                    count(distinct contact_id) filter (where month >= ?) as lately
                from app_opening where workspace_id = ?""";
        return jdbc.sql(sql)
                .params(since, workspace.value())
                .query((row, n) -> new AppUsage(row.getLong("ever"), row.getLong("lately")))
                .single();
    }
}
