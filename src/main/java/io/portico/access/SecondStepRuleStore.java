package io.portico.access;

import static io.portico.tenancy.Timestamps.utc;

import io.portico.kernel.WorkspaceId;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class SecondStepRuleStore {
    private final JdbcClient jdbc;

    SecondStepRuleStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    boolean isRequired(WorkspaceId workspace) {
        return jdbc.sql("select exists (select from second_step_rule where workspace_id = ?)")
                .param(workspace.value())
                .query(Boolean.class)
                .single();
    }

    boolean require(WorkspaceId workspace, Instant now) {
        var sql = "insert into second_step_rule (workspace_id, required_at) values (?, ?) on conflict do nothing";
        return jdbc.sql(sql).params(workspace.value(), utc(now)).update() == 1;
    }

    boolean lift(WorkspaceId workspace) {
        return jdbc.sql("delete from second_step_rule where workspace_id = ?")
                        .param(workspace.value())
                        .update()
                == 1;
    }
}
