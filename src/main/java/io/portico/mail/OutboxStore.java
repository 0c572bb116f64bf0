package io.portico.mail;

import io.portico.kernel.EmailAddress;
import io.portico.kernel.MailId;
import io.portico.kernel.RunId;
import io.portico.kernel.WorkspaceId;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

@Component
class OutboxStore {
    private final JdbcTemplate batches;
    private final JsonMapper json;

    OutboxStore(JdbcTemplate batches, JsonMapper json) {
        this.batches = batches;
        this.json = json;
    }

    void insert(WorkspaceId workspace, List<MailId> ids, List<NewMail> mails, Instant now) {
        var sql = """
                insert into outbox (workspace_id, id, kind, batch_id, recipient_id, address, order_details, priority,
                    state, reason, due_at, created_at, settled_at)
                values (?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?, ?, ?, ?)""";
        OffsetDateTime time = now.atOffset(ZoneOffset.UTC);
        batches.batchUpdate(
                sql,
                IntStream.range(0, mails.size())
                        .mapToObj(i -> row(workspace, ids.get(i), mails.get(i), time))
                        .toList());
    }

    private @Nullable Object[] row(WorkspaceId workspace, MailId id, NewMail mail, OffsetDateTime time) {
        boolean skipped = mail.skip().isPresent();
        return new @Nullable Object[] {
            workspace.value(),
            id.value(),
            mail.template().word(),
            mail.batch().map(RunId::value).orElse(null),
            mail.recipient().orElse(null),
            mail.address().map(EmailAddress::value).orElse(null),
            json.writeValueAsString(mail.details()),
            mail.priority().rank(),
            (skipped ? MailState.SKIPPED : MailState.QUEUED).word(),
            mail.skip().map(SkipReason::word).orElse(null),
            time,
            time,
            skipped ? time : null
        };
    }
}
