package io.portico.mail;

import io.portico.kernel.EmailAddress;
import io.portico.kernel.WorkspaceId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class SenderStore {
    private final JdbcClient jdbc;

    SenderStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param address at the workspace's own sending domain */
    record Row(SenderName chosen, Optional<EmailAddress> address) {
        static final Row NONE = new Row(new SenderName(Optional.empty(), Optional.empty()), Optional.empty());
    }

    Row find(WorkspaceId workspace) {
        return jdbc.sql("select * from sender where workspace_id = ?")
                .param(workspace.value())
                .query(SenderStore::row)
                .optional()
                .orElse(Row.NONE);
    }

    /** Kept from changing until this transaction ends. */
    Row hold(WorkspaceId workspace) {
        jdbc.sql("insert into sender (workspace_id) values (?) on conflict do nothing")
                .param(workspace.value())
                .update();
        return jdbc.sql("select * from sender where workspace_id = ? for update")
                .param(workspace.value())
                .query(SenderStore::row)
                .single();
    }

    void name(WorkspaceId workspace, SenderName chosen) {
        jdbc.sql("update sender set name = :name, reply_to = :replyTo where workspace_id = :workspace")
                .param("name", chosen.name().orElse(null))
                .param("replyTo", chosen.replyTo().map(EmailAddress::value).orElse(null))
                .param("workspace", workspace.value())
                .update();
    }

    void sendFrom(WorkspaceId workspace, Optional<EmailAddress> address) {
        jdbc.sql("update sender set domain = :domain, local_part = :local where workspace_id = :workspace")
                .param("domain", address.map(EmailAddress::domain).orElse(null))
                .param("local", address.map(EmailAddress::localPart).orElse(null))
                .param("workspace", workspace.value())
                .update();
    }

    private static Row row(ResultSet row, int n) throws SQLException {
        Optional<String> localPart = Optional.ofNullable(row.getString("local_part"));
        String domain = row.getString("domain");
        return new Row(
                new SenderName(
                        Optional.ofNullable(row.getString("name")),
                        Optional.ofNullable(row.getString("reply_to")).map(EmailAddress::new)),
                localPart.map(local -> new EmailAddress(local + "@" + domain)));
    }
}
