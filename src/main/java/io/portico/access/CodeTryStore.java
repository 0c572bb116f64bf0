package io.portico.access;

import static io.portico.tenancy.Timestamps.utc;

import io.portico.kernel.EmailAddress;
import io.portico.kernel.WorkspaceId;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class CodeTryStore {
    private final JdbcClient jdbc;

    CodeTryStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Counts a try before the code is looked at; others for the same address wait until the transaction ends. */
    void count(WorkspaceId workspace, EmailAddress address, Instant now) {
        var sql = """
                insert into code_try as t (workspace_id, address_hash, tries, tried_at)
                values (:workspace, sha256(convert_to(:address, 'UTF8')), array[:now::timestamptz], :now)
                on conflict (workspace_id, address_hash) do update set tried_at = :now,
                    tries = array(select each from unnest(t.tries) each where each > :gone) || :now::timestamptz""";
        jdbc.sql(sql)
                .param("workspace", workspace.value())
                .param("address", address.key())
                .param("now", utc(now))
                .param("gone", utc(now.minus(Code.LIFETIME)))
                .update();
    }

    /** The try was right: it no longer weighs on the other codes of the address. */
    void forgive(WorkspaceId workspace, EmailAddress address) {
        var sql = """
                update code_try set tries = tries[:array_upper(tries, 1) - 1]
                where workspace_id = ? and address_hash = sha256(convert_to(?, 'UTF8'))""";
        jdbc.sql(sql).params(workspace.value(), address.key()).update();
    }

    /** Clears a few old ones away, and lets no stranger wait for a disk: a try that a power cut forgets is one more guess. */
    void forget(WorkspaceId workspace, Instant gone) {
        var sql = """
                with cheap as materialized (
                    select set_config('synchronous_commit', 'off', true)
                ), old as (
                    select t.address_hash from cheap cross join lateral (
                        select address_hash from code_try where workspace_id = :workspace and tried_at < :gone
                        order by tried_at limit 10 for update skip locked) t
                )
                delete from code_try where workspace_id = :workspace and address_hash in (select address_hash from old)""";
        jdbc.sql(sql)
                .param("workspace", workspace.value())
                .param("gone", utc(gone))
                .update();
    }
}
