package io.portico.mail;

import io.portico.kernel.Labelled;
import io.portico.kernel.MailId;
import io.portico.kernel.RunId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;

/** Reads a {@link MailLogEntry} out of a row of the outbox. */
final class MailLogRow implements RowMapper<MailLogEntry> {
    @Override
    public MailLogEntry mapRow(ResultSet row, int n) throws SQLException {
        MailState state = MailState.of(row.getString("state"));
        return new MailLogEntry(
                new MailId(row.getObject("id", UUID.class)),
                MailTemplate.of(row.getString("kind")),
                state,
                Optional.ofNullable(row.getObject("batch_id", UUID.class)).map(RunId::new),
                Optional.ofNullable(row.getObject("recipient_id", UUID.class)),
                Optional.ofNullable(row.getString("address")),
                Optional.ofNullable(row.getString("reason")).flatMap(word -> reason(state, word)),
                Optional.ofNullable(row.getString("server_reply")),
                Optional.ofNullable(row.getString("message_id")),
                state == MailState.DEFERRED ? time(row, "due_at") : Optional.empty(),
                row.getBoolean("delivered_to_mailbox"),
                time(row, "created_at").orElseThrow(),
                time(row, "settled_at"));
    }

    private static Optional<Labelled> reason(MailState state, String word) {
        return switch (state) {
            case SKIPPED -> Optional.of(SkipReason.of(word));
            case DEFERRED, FAILED -> Optional.of(MailFault.of(word));
            case QUEUED, CLAIMED, SENT, CANCELLED -> Optional.empty();
        };
    }

    private static Optional<Instant> time(ResultSet row, String column) throws SQLException {
        @Nullable OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return Optional.ofNullable(time).map(OffsetDateTime::toInstant);
    }
}
