package io.portico.mail;

import io.portico.kernel.EmailAddress;
import io.portico.kernel.WorkspaceId;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class SuppressionStore {
    private final JdbcClient jdbc;

    SuppressionStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Map<EmailAddress, SuppressionReason> among(WorkspaceId workspace, Collection<EmailAddress> addresses) {
        var sql = "select email_key, reason from suppression where workspace_id = ? and email_key = any (?)";
        Map<String, SuppressionReason> reasons = new HashMap<>();
        jdbc.sql(sql)
                .params(
                        workspace.value(),
                        addresses.stream().map(EmailAddress::key).toArray(String[]::new))
                .query(row -> {
                    reasons.put(row.getString("email_key"), SuppressionReason.of(row.getString("reason")));
                });
        Map<EmailAddress, SuppressionReason> found = new HashMap<>();
        addresses.stream()
                .filter(address -> reasons.containsKey(address.key()))
                .forEach(address -> found.put(address, reasons.getOrDefault(address.key(), SuppressionReason.BY_HAND)));
        return found;
    }

    Optional<Suppression> find(WorkspaceId workspace, EmailAddress address) {
        var sql = "select reason, created_at, server_reply from suppression where workspace_id = ? and email_key = ?";
        return jdbc.sql(sql)
                .params(workspace.value(), address.key())
                .query((row, n) -> new Suppression(
                        SuppressionReason.of(row.getString("reason")),
                        row.getObject("created_at", OffsetDateTime.class).toInstant(),
                        Optional.ofNullable(row.getString("server_reply"))))
                .optional();
    }

    boolean insert(WorkspaceId workspace, EmailAddress address, SuppressionReason reason, String reply, Instant now) {
        var sql = """
                insert into suppression (workspace_id, email_key, reason, server_reply, created_at)
                values (?, ?, ?, nullif(?, ''), ?) on conflict do nothing""";
        return jdbc.sql(sql)
                        .params(workspace.value(), address.key(), reason.word(), reply, now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    boolean delete(WorkspaceId workspace, EmailAddress address) {
        return jdbc.sql("delete from suppression where workspace_id = ? and email_key = ?")
                        .params(workspace.value(), address.key())
                        .update()
                == 1;
    }
}
