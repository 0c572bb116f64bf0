package io.portico.automation;

import static io.portico.tenancy.Timestamps.instant;

import io.portico.kernel.AutomationId;
import io.portico.kernel.ContactId;
import io.portico.kernel.EntryId;
import io.portico.kernel.WorkspaceId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The ways of contacts through automations, from beginning to end. */
@Component
class PassageStore {
    private final JdbcClient jdbc;
    private final HistoryStore history;

    PassageStore(JdbcClient jdbc, HistoryStore history) {
        this.jdbc = jdbc;
        this.history = history;
    }

    /** The latest first. */
    List<Passage> page(WorkspaceId workspace, PassageQuery query) {
        var sql = """
                select e.id, e.automation_id, a.name, e.contact_id, e.state, e.version, e.entered_at, e.ended_at,
                    case when e.state = 'inside' and a.state = 'active' then e.due_at end as due_at
                from automation_entry e
                join automation a on a.workspace_id = e.workspace_id and a.id = e.automation_id
                where e.workspace_id = :workspace
                    and (:of::uuid is null or e.automation_id = :of::uuid)
                    and (:contact::uuid is null or e.contact_id = :contact::uuid)
                    and (:before::uuid is null or e.id < :before::uuid)
                order by e.id desc limit :limit""";
        List<Passage> bare = jdbc.sql(sql)
                .param("workspace", workspace.value())
                .param("of", query.automation().map(AutomationId::value).orElse(null))
                .param("contact", query.contact().map(ContactId::value).orElse(null))
                .param("before", query.before().map(EntryId::value).orElse(null))
                .param("limit", query.limit())
                .query(PassageStore::passage)
                .list();
        Map<EntryId, List<TakenStep>> steps =
                history.steps(workspace, bare.stream().map(Passage::id).toList());
        return bare.stream()
                .map(each -> each.withSteps(steps.getOrDefault(each.id(), List.of())))
                .toList();
    }

    private static Passage passage(ResultSet row, int n) throws SQLException {
        return new Passage(
                new EntryId(row.getObject("id", UUID.class)),
                new AutomationId(row.getObject("automation_id", UUID.class)),
                row.getString("name"),
                new ContactId(row.getObject("contact_id", UUID.class)),
                EntryState.of(row.getString("state")),
                row.getInt("version"),
                instant(row, "entered_at"),
                time(row, "ended_at"),
                time(row, "due_at"),
                List.of());
    }

    private static Optional<Instant> time(ResultSet row, String column) throws SQLException {
        return row.getObject(column) == null ? Optional.empty() : Optional.of(instant(row, column));
    }
}
