package io.portico.mail;

import io.portico.kernel.EmailAddress;
import io.portico.kernel.MailId;
import io.portico.kernel.RunId;
import io.portico.kernel.WorkspaceId;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

@Component
class OutboxStore {
    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final JsonMapper json;

    OutboxStore(JdbcClient jdbc, JdbcTemplate batches, JsonMapper json) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.json = json;
    }

    void insert(WorkspaceId workspace, List<MailId> ids, List<NewMail> mails, Instant now) {
        var sql = """
                insert into outbox (workspace_id, id, kind, batch_id, recipient_id, address, order_details, priority,
                    state, held, reason, due_at, give_up_at, created_at, settled_at)
                values (?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?, ?, ?, ?, ?, ?)""";
        Map<RunId, BatchState> states = mails.stream()
                .flatMap(mail -> mail.batch().stream())
                .distinct()
                .collect(Collectors.toMap(Function.identity(), batch -> stateOf(workspace, batch)));
        batches.batchUpdate(
                sql,
                IntStream.range(0, mails.size())
                        .mapToObj(i -> row(workspace, ids.get(i), mails.get(i), states, now))
                        .toList());
    }

    /** Kept from changing until this transaction ends, so that no mail slips into a run just being paused. */
    private BatchState stateOf(WorkspaceId workspace, RunId batch) {
        return jdbc.sql("select state from mail_batch where workspace_id = ? and id = ? for share")
                .params(workspace.value(), batch.value())
                .query((row, n) -> BatchState.of(row.getString(1)))
                .optional()
                .orElse(BatchState.RUNNING);
    }

    private @Nullable Object[] row(
            WorkspaceId workspace, MailId id, NewMail mail, Map<RunId, BatchState> batchStates, Instant now) {
        var batch = mail.batch()
                .map(run -> batchStates.getOrDefault(run, BatchState.RUNNING))
                .orElse(BatchState.RUNNING);
        MailState state = firstState(mail, batch);
        OffsetDateTime time = now.atOffset(ZoneOffset.UTC);
        return new @Nullable Object[] {
            workspace.value(),
            id.value(),
            mail.template().word(),
            mail.batch().map(RunId::value).orElse(null),
            mail.recipient().orElse(null),
            mail.address().map(EmailAddress::value).orElse(mail.details().get("typed")),
            json.writeValueAsString(mail.details()),
            mail.priority().rank(),
            state.word(),
            batch == BatchState.PAUSED,
            mail.skip().map(SkipReason::word).orElse(null),
            time,
            time.plus(Outbox.PATIENCE),
            time,
            state == MailState.QUEUED ? null : time
        };
    }

    private static MailState firstState(NewMail mail, BatchState batch) {
        if (mail.skip().isPresent()) {
            return MailState.SKIPPED;
        }
        return batch == BatchState.CANCELLED ? MailState.CANCELLED : MailState.QUEUED;
    }
}
