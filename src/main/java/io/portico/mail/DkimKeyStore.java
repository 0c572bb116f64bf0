package io.portico.mail;

import static io.portico.tenancy.Timestamps.utc;

import io.portico.kernel.WorkspaceId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Base64;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class DkimKeyStore {
    private final JdbcClient jdbc;

    DkimKeyStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Row(String domain, String selector, byte[] publicKey, byte[] sealed) {
        DkimRecord record() {
            return new DkimRecord(
                    domain, selector, "v=DKIM1; k=rsa; p=" + Base64.getEncoder().encodeToString(publicKey));
        }
    }

    /** The newest. */
    Optional<Row> find(WorkspaceId workspace, String domain) {
        var sql = """
                select domain, selector, public_key, private_key_sealed from dkim_key
                where workspace_id = ? and domain = ? order by made_at desc, selector limit 1""";
        return jdbc.sql(sql)
                .params(workspace.value(), domain)
                .query(DkimKeyStore::row)
                .optional();
    }

    /** Nothing happens when the domain has a key: of two that are made at once, one stays. */
    void insert(WorkspaceId workspace, DkimKey key, byte[] sealed) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(?, 0))")
                .param("dkim_key " + workspace + " " + key.domain())
                .query(row -> {});
        if (find(workspace, key.domain()).isEmpty()) {
            var sql = """
                    insert into dkim_key (workspace_id, domain, selector, public_key, private_key_sealed, made_at)
                    values (?, ?, ?, ?, ?, ?)""";
            jdbc.sql(sql)
                    .params(
                            workspace.value(),
                            key.domain(),
                            key.selector(),
                            key.keys().getPublic().getEncoded(),
                            sealed,
                            utc(key.madeAt()))
                    .update();
        }
    }

    Optional<Row> ofInstallation(String domain) {
        return jdbc.sql(
                        "select domain, selector, public_key, private_key_sealed from installation_dkim_key where domain = ?")
                .param(domain)
                .query(DkimKeyStore::row)
                .optional();
    }

    /** Nothing happens when the domain has a key. */
    void insertOfInstallation(DkimKey key, byte[] sealed) {
        var sql = """
                insert into installation_dkim_key (domain, selector, public_key, private_key_sealed, made_at)
                values (?, ?, ?, ?, ?) on conflict do nothing""";
        jdbc.sql(sql)
                .params(key.domain(), key.selector(), key.keys().getPublic().getEncoded(), sealed, utc(key.madeAt()))
                .update();
    }

    private static Row row(ResultSet row, int n) throws SQLException {
        return new Row(
                row.getString("domain"),
                row.getString("selector"),
                row.getBytes("public_key"),
                row.getBytes("private_key_sealed"));
    }
}
