package io.portico.mail;

import io.portico.kernel.Labelled;
import io.portico.kernel.MailId;
import io.portico.kernel.RunId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;

/** Reads a {@link MailLogEntry} out of a row of the outbox with what came back. */
final class MailLogRow implements RowMapper<MailLogEntry> {
    static final String GRAVEST_FIRST = Arrays.stream(ReturnKind.values())
            .map(kind -> "'" + kind.word() + "'")
            .collect(Collectors.joining(", "));

    /** Whether the gravest of what came back about a row of the outbox is the {@code outcome}. */
    static String cameBack(String row) {
        return """
                exists (select from mail_return r
                    where r.workspace_id = %1$s.workspace_id and r.mail_id = %1$s.id and r.kind = :outcome)
                and :outcome = (%2$s)""".formatted(row, gravest("kind", row));
    }

    private static String gravest(String columns, String row) {
        return """
                select %1$s from mail_return
                where workspace_id = %2$s.workspace_id and mail_id = %2$s.id
                order by array_position(array[%3$s], kind) limit 1""".formatted(columns, row, GRAVEST_FIRST);
    }

    /** A query of few rows of the outbox, with what came back about each. */
    static String withReturns(String outbox, String order) {
        return """
                select o.*, r.return_kind, r.return_said, r.returned_at from (
                %s) o
                left join lateral (%s) r on true
                order by %s""".formatted(
                outbox, gravest("kind as return_kind, said as return_said, received_at as returned_at", "o"), order);
    }

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
                returned(row),
                row.getBoolean("delivered_to_mailbox"),
                time(row, "created_at").orElseThrow(),
                time(row, "settled_at"));
    }

    private static Optional<MailReturn> returned(ResultSet row) throws SQLException {
        @Nullable String kind = row.getString("return_kind");
        return kind == null
                ? Optional.empty()
                : Optional.of(new MailReturn(
                        ReturnKind.of(kind),
                        row.getString("return_said"),
                        time(row, "returned_at").orElseThrow()));
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
