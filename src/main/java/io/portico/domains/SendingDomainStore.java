package io.portico.domains;

import static io.portico.domains.PortalHostStore.record;
import static io.portico.tenancy.Timestamps.instant;
import static io.portico.tenancy.Timestamps.instantOrNull;
import static io.portico.tenancy.Timestamps.utc;
import static io.portico.tenancy.Timestamps.utcOrNull;

import io.portico.kernel.WorkspaceId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class SendingDomainStore {
    private final JdbcClient jdbc;

    SendingDomainStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<SendingDomain> find(WorkspaceId workspace) {
        return jdbc.sql("select * from sending_domain where workspace_id = ?")
                .param(workspace.value())
                .query(SendingDomainStore::domain)
                .optional();
    }

    /** As {@link #find}; nobody else changes it until this transaction ends. */
    Optional<SendingDomain> hold(WorkspaceId workspace) {
        return jdbc.sql("select * from sending_domain where workspace_id = ? for update")
                .param(workspace.value())
                .query(SendingDomainStore::domain)
                .optional();
    }

    /** False when the workspace has one. */
    boolean claim(WorkspaceId workspace, HostName domain, String localPart, Instant now) {
        var sql = """
                insert into sending_domain (workspace_id, domain, local_part, state, claimed_at, next_check_at)
                values (:workspace, :domain, :local, 'claimed', :now, :now)
                on conflict (workspace_id) do nothing""";
        return jdbc.sql(sql)
                        .param("workspace", workspace.value())
                        .param("domain", domain.value())
                        .param("local", localPart)
                        .param("now", utc(now))
                        .update()
                == 1;
    }

    void settle(SendingDomain domain, Optional<Instant> next) {
        var sql = """
                update sending_domain set state = :state, failures = :failures, unanswered = :unanswered,
                    failing_since = :failing, next_check_at = :next
                where workspace_id = :workspace""";
        jdbc.sql(sql)
                .param("state", domain.state().word())
                .param("failures", domain.failures())
                .param("unanswered", domain.unanswered())
                .param("failing", utcOrNull(domain.failingSince().orElse(null)))
                .param("next", utcOrNull(next.orElse(null)))
                .param("workspace", domain.workspace().value())
                .update();
    }

    void note(WorkspaceId workspace, SendingCheck check) {
        var sql = """
                update sending_domain set checked_at = :at, spf_state = :spf, spf_found = :spfFound,
                    dkim_state = :dkim, dkim_found = :dkimFound, dmarc_state = :dmarc, dmarc_found = :dmarcFound
                where workspace_id = :workspace""";
        jdbc.sql(sql)
                .param("at", utc(check.at()))
                .param("spf", check.spf().state().word())
                .param("spfFound", check.spf().found().toArray(String[]::new))
                .param("dkim", check.dkim().state().word())
                .param("dkimFound", check.dkim().found().toArray(String[]::new))
                .param("dmarc", check.dmarc().state().word())
                .param("dmarcFound", check.dmarc().found().toArray(String[]::new))
                .param("workspace", workspace.value())
                .update();
    }

    void delete(WorkspaceId workspace) {
        jdbc.sql("delete from sending_domain where workspace_id = ?")
                .param(workspace.value())
                .update();
    }

    /** Takes some whose time has come, over all workspaces; until {@code lease} nobody else takes them. */
    List<SendingDomain> takeDue(Instant now, Instant lease, int most) {
        var sql = """
                update sending_domain set next_check_at = :lease
                where workspace_id in (
                    select workspace_id from sending_domain where next_check_at <= :now
                    order by next_check_at limit :most for update skip locked)
                returning *""";
        return jdbc.sql(sql)
                .param("now", utc(now))
                .param("lease", utc(lease))
                .param("most", most)
                .query(SendingDomainStore::domain)
                .list();
    }

    private static SendingDomain domain(ResultSet row, int n) throws SQLException {
        return new SendingDomain(
                new WorkspaceId(row.getObject("workspace_id", UUID.class)),
                new HostName(row.getString("domain")),
                row.getString("local_part"),
                HostState.of(row.getString("state")),
                instant(row, "claimed_at"),
                Optional.ofNullable(instantOrNull(row, "failing_since")),
                row.getInt("failures"),
                row.getInt("unanswered"),
                check(row));
    }

    private static Optional<SendingCheck> check(ResultSet row) throws SQLException {
        @Nullable Instant at = instantOrNull(row, "checked_at");
        return at == null
                ? Optional.empty()
                : Optional.of(new SendingCheck(record(row, "spf"), record(row, "dkim"), record(row, "dmarc"), at));
    }
}
