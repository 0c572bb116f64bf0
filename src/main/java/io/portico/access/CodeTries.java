package io.portico.access;

import io.portico.activity.Activity;
import io.portico.activity.Actor;
import io.portico.kernel.ContactId;
import io.portico.kernel.EmailAddress;
import io.portico.kernel.WorkspaceId;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Counts the codes that are typed for an address, whoever has it, if anybody. The statements of a wrong try are the same
 * for an address with a live code, for one without and for nobody's, so the time they take tells nothing.
 */
@Component
class CodeTries {
    private final JdbcClient jdbc;
    private final Activity activity;
    private final Clock clock;
    private final TransactionTemplate nested;

    CodeTries(JdbcClient jdbc, Activity activity, Clock clock, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.activity = activity;
        this.clock = clock;
        this.nested = new TransactionTemplate(transactions);
        nested.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
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

    /** Records a wrong try for the contact whose live codes it hurt; for nobody does the same work and takes it back. */
    void refuse(WorkspaceId workspace, Optional<ContactId> contact, int liveCodes, Device device) {
        forgetOld(workspace);
        var fact = new CodeRefused(contact.orElseGet(() -> ContactId.next(clock)), liveCodes);
        nested.executeWithoutResult(status -> {
            activity.record(workspace, new Actor.Stranger(device.ip()), fact);
            if (contact.isEmpty()) {
                status.setRollbackOnly();
            }
        });
    }

    /** And lets no stranger wait for a disk: a try that a power cut forgets is one more guess. */
    private void forgetOld(WorkspaceId workspace) {
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
                .param("gone", utc(clock.instant().minus(Code.LIFETIME)))
                .update();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
