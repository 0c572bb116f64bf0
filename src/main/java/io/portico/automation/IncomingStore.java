package io.portico.automation;

import static io.portico.tenancy.Timestamps.utc;

import io.portico.kernel.AutomationId;
import io.portico.kernel.Secret;
import io.portico.kernel.WorkspaceId;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class IncomingStore {
    private final JdbcClient jdbc;

    IncomingStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void address(WorkspaceId workspace, AutomationId id, Secret secret) {
        jdbc.sql("update automation set hook_hash = ? where workspace_id = ? and id = ?")
                .params(secret.hash(), workspace.value(), id.value())
                .update();
    }

    /** The automation of this address, in whichever workspace that is not suspended. */
    Optional<IncomingCalls.Address> find(Secret secret) {
        var sql = """
                select a.workspace_id, a.id from automation a
                join workspace w on w.id = a.workspace_id and w.suspended_at is null where a.hook_hash = ?""";
        return jdbc.sql(sql)
                .param(secret.hash())
                .query((row, n) -> new IncomingCalls.Address(
                        new WorkspaceId(row.getObject("workspace_id", UUID.class)),
                        new AutomationId(row.getObject("id", UUID.class))))
                .optional();
    }

    /** False when a call with this word came before. */
    boolean isNew(IncomingCalls.Address address, String word, Instant now) {
        var sql = """
                insert into automation_call (workspace_id, automation_id, word, at) values (?, ?, ?, ?)
                on conflict do nothing""";
        return jdbc.sql(sql)
                        .params(
                                address.workspace().value(),
                                address.automation().value(),
                                word,
                                utc(now))
                        .update()
                == 1;
    }

    void forget(Instant before) {
        jdbc.sql("delete from automation_call where at < ?").param(utc(before)).update();
    }
}
