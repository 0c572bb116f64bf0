package io.portico.mail;

import io.portico.kernel.EmailAddress;
import io.portico.kernel.WorkspaceId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
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
        jdbc.sql("update sender set name = ?, reply_to = ? where workspace_id = ?")
                .params(
                        orNull(chosen.name()),
                        orNull(chosen.replyTo().map(EmailAddress::value)),
                        workspace.value())
                .update();
    }

    void sendFrom(WorkspaceId workspace, Optional<EmailAddress> address) {
        jdbc.sql("update sender set domain = ?, local_part = ? where workspace_id = ?")
                .params(
                        orNull(address.map(EmailAddress::domain)),
                        orNull(address.map(EmailAddress::localPart)),
                        workspace.value())
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

    private static @Nullable String orNull(Optional<String> text) {
        return text.orElse(null);
    }
}
