package io.portico.domains;

import static io.portico.tenancy.Timestamps.instant;
import static io.portico.tenancy.Timestamps.instantOrNull;
import static io.portico.tenancy.Timestamps.utc;
import static io.portico.tenancy.Timestamps.utcOrNull;

import io.portico.domains.tls.TlsCheck;
import io.portico.domains.tls.TlsState;
import io.portico.kernel.WorkspaceId;
import java.sql.Array;
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
class PortalHostStore {
    private final JdbcClient jdbc;

    PortalHostStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<PortalHost> of(WorkspaceId workspace) {
        return jdbc.sql("select * from portal_host where workspace_id = ? order by claimed_at, host")
                .param(workspace.value())
                .query(PortalHostStore::host)
                .list();
    }

    Optional<PortalHost> find(WorkspaceId workspace, HostName host) {
        return jdbc.sql("select * from portal_host where workspace_id = ? and host = ?")
                .params(workspace.value(), host.value())
                .query(PortalHostStore::host)
                .optional();
    }

    /** As {@link #find}; nobody else changes it until this transaction ends. */
    Optional<PortalHost> hold(WorkspaceId workspace, HostName host) {
        return jdbc.sql("select * from portal_host where workspace_id = ? and host = ? for update")
                .params(workspace.value(), host.value())
                .query(PortalHostStore::host)
                .optional();
    }

    /** Everybody's rows of this host. */
    List<PortalHost> named(HostName host) {
        return jdbc.sql("select * from portal_host where host = ?")
                .param(host.value())
                .query(PortalHostStore::host)
                .list();
    }

    List<PortalHost> changedSince(Instant time) {
        return jdbc.sql("select * from portal_host where changed_at > ?")
                .param(utc(time))
                .query(PortalHostStore::host)
                .list();
    }

    /** A new claim, or an old one anew with another token: what proved the earlier proves this one no more. */
    void claim(WorkspaceId workspace, HostName host, ClaimToken token, Instant now) {
        var sql = """
                insert into portal_host (workspace_id, host, state, token, claimed_at, next_check_at, changed_at)
                values (:workspace, :host, 'claimed', :token, :now, :now, :now)
                on conflict (workspace_id, host) do update set state = 'claimed', token = excluded.token,
                    chosen = false, claimed_at = :now, failing_since = null, failures = 0, unanswered = 0,
                    checked_at = null, next_check_at = :now, changed_at = :now""";
        jdbc.sql(sql)
                .param("workspace", workspace.value())
                .param("host", host.value())
                .param("token", token.value())
                .param("now", utc(now))
                .update();
    }

    /** @throws org.springframework.dao.DuplicateKeyException when another workspace holds the host */
    void settle(PortalHost host, Optional<Instant> next, Instant now) {
        var sql = """
                update portal_host set state = :state, chosen = :chosen, failures = :failures, unanswered = :unanswered,
                    failing_since = :failing, next_check_at = :next, changed_at = :now,
                    verified_at = case when :state = 'verified' then coalesce(verified_at, :now) else verified_at end
                where workspace_id = :workspace and host = :host""";
        jdbc.sql(sql)
                .param("state", host.state().word())
                .param("chosen", host.chosen())
                .param("failures", host.failures())
                .param("unanswered", host.unanswered())
                .param("failing", utcOrNull(host.failingSince().orElse(null)))
                .param("next", utcOrNull(next.orElse(null)))
                .param("now", utc(now))
                .param("workspace", host.workspace().value())
                .param("host", host.host().value())
                .update();
    }

    void note(WorkspaceId workspace, HostName host, HostCheck check) {
        var sql = """
                update portal_host set checked_at = :at, address_state = :address, address_found = :addresses,
                    token_state = :token, token_found = :tokens, tls_state = :tls, tls_issuer = :issuer,
                    tls_expires_at = :expiry
                where workspace_id = :workspace and host = :host""";
        jdbc.sql(sql)
                .param("at", utc(check.at()))
                .param("address", check.address().state().word())
                .param("addresses", check.address().found().toArray(String[]::new))
                .param("token", check.token().state().word())
                .param("tokens", check.token().found().toArray(String[]::new))
                .param("tls", check.tls().map(tls -> tls.state().word()).orElse(null))
                .param("issuer", check.tls().flatMap(TlsCheck::issuer).orElse(null))
                .param(
                        "expiry",
                        utcOrNull(check.tls().flatMap(TlsCheck::expiresAt).orElse(null)))
                .param("workspace", workspace.value())
                .param("host", host.value())
                .update();
    }

    void choose(WorkspaceId workspace, Optional<HostName> host, Instant now) {
        jdbc.sql("update portal_host set chosen = false, changed_at = ? where workspace_id = ? and chosen")
                .params(utc(now), workspace.value())
                .update();
        host.ifPresent(chosen -> jdbc.sql(
                        "update portal_host set chosen = true, changed_at = ? where workspace_id = ? and host = ?")
                .params(utc(now), workspace.value(), chosen.value())
                .update());
    }

    void delete(WorkspaceId workspace, HostName host) {
        jdbc.sql("delete from portal_host where workspace_id = ? and host = ?")
                .params(workspace.value(), host.value())
                .update();
    }

    /** Takes some whose time has come, over all workspaces; until {@code lease} nobody else takes them. */
    List<PortalHost> takeDue(Instant now, Instant lease, int most) {
        var sql = """
                update portal_host set next_check_at = :lease
                where (workspace_id, host) in (
                    select workspace_id, host from portal_host where next_check_at <= :now
                    order by next_check_at limit :most for update skip locked)
                returning *""";
        return jdbc.sql(sql)
                .param("now", utc(now))
                .param("lease", utc(lease))
                .param("most", most)
                .query(PortalHostStore::host)
                .list();
    }

    private static PortalHost host(ResultSet row, int n) throws SQLException {
        return new PortalHost(
                new WorkspaceId(row.getObject("workspace_id", UUID.class)),
                new HostName(row.getString("host")),
                HostState.of(row.getString("state")),
                new ClaimToken(row.getString("token")),
                row.getBoolean("chosen"),
                instant(row, "claimed_at"),
                Optional.ofNullable(instantOrNull(row, "failing_since")),
                row.getInt("failures"),
                row.getInt("unanswered"),
                check(row));
    }

    private static Optional<HostCheck> check(ResultSet row) throws SQLException {
        @Nullable Instant at = instantOrNull(row, "checked_at");
        return at == null
                ? Optional.empty()
                : Optional.of(new HostCheck(record(row, "address"), record(row, "token"), tls(row), at));
    }

    private static Optional<TlsCheck> tls(ResultSet row) throws SQLException {
        @Nullable String state = row.getString("tls_state");
        return state == null
                ? Optional.empty()
                : Optional.of(new TlsCheck(
                        TlsState.of(state),
                        Optional.ofNullable(row.getString("tls_issuer")),
                        Optional.ofNullable(instantOrNull(row, "tls_expires_at"))));
    }

    /** Of the two columns that begin with the name. */
    static RecordCheck record(ResultSet row, String name) throws SQLException {
        Array found = row.getArray(name + "_found");
        return new RecordCheck(RecordState.of(row.getString(name + "_state")), List.of((String[]) found.getArray()));
    }
}
