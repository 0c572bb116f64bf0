package io.portico.access;

import io.portico.kernel.OperatorId;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class PasskeyStore {
    private final JdbcClient jdbc;

    PasskeyStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** False, and nothing stored, when the credential is here already, whoever has it. */
    boolean insert(PasskeyCredential credential, String name, Instant now) {
        var sql = """
                insert into operator_passkey (id, operator_id, name, credential_id, credential, sign_count,
                    backup_eligible, backed_up, created_at)
                values (:id, :operator, :name, :credential, :data, :count, :eligible, :backed, :now)
                on conflict (credential_id) do nothing""";
        return jdbc.sql(sql)
                        .param("id", credential.id())
                        .param("operator", credential.operator().value())
                        .param("name", name)
                        .param("credential", credential.credentialId())
                        .param("data", credential.data())
                        .param("count", credential.signCount())
                        .param("eligible", credential.backupEligible())
                        .param("backed", credential.backedUp())
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    Optional<PasskeyCredential> withCredentialId(byte[] credentialId) {
        var sql = """
                select id, operator_id, credential_id, credential, sign_count, backup_eligible, backed_up
                from operator_passkey where credential_id = ?""";
        return jdbc.sql(sql)
                .param(credentialId)
                .query((row, n) -> new PasskeyCredential(
                        row.getObject("id", UUID.class),
                        new OperatorId(row.getObject("operator_id", UUID.class)),
                        row.getBytes("credential_id"),
                        row.getBytes("credential"),
                        row.getLong("sign_count"),
                        row.getBoolean("backup_eligible"),
                        row.getBoolean("backed_up")))
                .optional();
    }

    /**
     * Notes a use; false when it was removed meanwhile, or somebody used it with this count already, as only a copy would.
     */
    boolean use(PasskeyCredential used, Instant now) {
        var sql = """
                update operator_passkey set sign_count = :count, backed_up = :backed, last_used_at = :now
                where id = :id and (sign_count < :count or (sign_count = 0 and :count = 0))""";
        return jdbc.sql(sql)
                        .param("count", used.signCount())
                        .param("backed", used.backedUp())
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .param("id", used.id())
                        .update()
                == 1;
    }

    List<Passkey> of(OperatorId operator) {
        var sql = """
                select id, operator_id, name, backed_up, created_at, last_used_at
                from operator_passkey where operator_id = ? order by created_at, id""";
        return jdbc.sql(sql)
                .param(operator.value())
                .query(PasskeyStore::passkey)
                .list();
    }

    List<byte[]> credentialIds(OperatorId operator) {
        return jdbc.sql("select credential_id from operator_passkey where operator_id = ? order by created_at, id")
                .param(operator.value())
                .query((row, n) -> row.getBytes(1))
                .list();
    }

    /** What it was called; empty when the operator has no such passkey. */
    Optional<String> remove(OperatorId operator, UUID id) {
        return jdbc.sql("delete from operator_passkey where operator_id = ? and id = ? returning name")
                .params(operator.value(), id)
                .query(String.class)
                .optional();
    }

    /** True for one caller, once, until it expires anyway. */
    boolean spend(byte[] challenge, Instant end, Instant now) {
        jdbc.sql("delete from passkey_challenge_spent where expires_at <= ?")
                .param(now.atOffset(ZoneOffset.UTC))
                .update();
        var sql =
                "insert into passkey_challenge_spent (challenge_hash, expires_at) values (?, ?) on conflict do nothing";
        return jdbc.sql(sql)
                        .params(hash(challenge), end.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    private static Passkey passkey(ResultSet row, int n) throws SQLException {
        return new Passkey(
                row.getObject("id", UUID.class),
                new OperatorId(row.getObject("operator_id", UUID.class)),
                row.getString("name"),
                row.getBoolean("backed_up"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(row.getObject("last_used_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant));
    }

    private static byte[] hash(byte[] challenge) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(challenge);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this JVM has no SHA-256, which every JVM must have", e);
        }
    }
}
