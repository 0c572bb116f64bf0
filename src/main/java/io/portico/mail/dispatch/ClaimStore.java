package io.portico.mail.dispatch;

import static io.portico.tenancy.Timestamps.utc;

import io.portico.kernel.EmailAddress;
import io.portico.kernel.MailId;
import io.portico.kernel.WorkspaceId;
import io.portico.mail.MailState;
import io.portico.mail.MailTemplate;
import io.portico.mail.Priority;
import io.portico.tenancy.Timestamps;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

@Component
class ClaimStore {
    /** What is for contacts or brings operators in waits while its workspace is suspended; operators' own mails do not. */
    private static final String NOT_SUSPENDED = """
            (kind <> all (:waiting) or not exists (
                select from workspace w where w.id = outbox.workspace_id and w.suspended_at is not null))""";

    private static final String[] WAITING = Arrays.stream(MailTemplate.values())
            .filter(MailTemplate::waitsForSuspension)
            .map(MailTemplate::word)
            .toArray(String[]::new);

    private final JdbcClient jdbc;
    private final JsonMapper json;

    ClaimStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** Takes the most urgent mails that are due; those another worker is just taking are passed over. */
    List<Claim> claim(Priority lowest, int most, Instant now, Instant leaseUntil) {
        var sql = """
                with due as (
                    select workspace_id, id from outbox
                    where state in ('queued', 'deferred') and not held and priority <= :lowest and due_at <= :now
                        and """ + NOT_SUSPENDED + """

                    order by priority, due_at
                    limit :most
                    for update skip locked)
                update outbox o set state = 'claimed', lease_until = :lease, attempts = attempts + 1,
                    give_up_at = greatest(give_up_at, (
                        select w.resumed_at + interval '1 hour' from workspace w where w.id = o.workspace_id))
                from due where o.workspace_id = due.workspace_id and o.id = due.id
                returning o.*""";
        return jdbc
                .sql(sql)
                .param("lowest", lowest.rank())
                .param("now", utc(now))
                .param("most", most)
                .param("waiting", WAITING)
                .param("lease", utc(leaseUntil))
                .query(this::claimed)
                .list()
                .stream()
                .sorted(Comparator.comparing(Claim::priority).thenComparing(Claim::createdAt))
                .toList();
    }

    /** Puts mails back whose worker has let its lease end: it is dead, or might as well be. */
    int regain(Instant now) {
        var sql = """
                update outbox set state = 'queued', lease_until = null
                where state = 'claimed' and lease_until < :now""";
        return jdbc.sql(sql).param("now", utc(now)).update();
    }

    /** Whether the mail is still this claim's, and its run neither paused nor cancelled; renews the lease if it is. */
    boolean keep(Claim claim, Instant leaseUntil) {
        var sql = """
                update outbox set lease_until = ?
                where workspace_id = ? and id = ? and attempts = ? and state = 'claimed' and not held""";
        return jdbc.sql(sql)
                        .params(
                                utc(leaseUntil),
                                claim.workspace().value(),
                                claim.id().value(),
                                claim.attempt())
                        .update()
                == 1;
    }

    /** {@link #keep} without the renewal, which costs a write. */
    boolean isKept(Claim claim) {
        var sql = """
                select 1 from outbox
                where workspace_id = :workspace and id = :id and attempts = :attempt and state = 'claimed' and not held
                    and """ + NOT_SUSPENDED;
        return jdbc.sql(sql)
                .param("workspace", claim.workspace().value())
                .param("id", claim.id().value())
                .param("attempt", claim.attempt())
                .param("waiting", WAITING)
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    /** Puts an untouched mail back into the queue, as if it had never been claimed. */
    void release(Claim claim) {
        var sql = """
                update outbox set state = 'queued', lease_until = null
                where workspace_id = ? and id = ? and attempts = ? and state = 'claimed'""";
        jdbc.sql(sql)
                .params(claim.workspace().value(), claim.id().value(), claim.attempt())
                .update();
    }

    /** How a mail is left behind. */
    record Settled(
            MailState state,
            Optional<String> reason,
            Optional<String> reply,
            Optional<Instant> dueAt,
            Outcome.Addressee to,
            Optional<String> messageId,
            boolean toMailbox) {
        Settled dueAt(Instant time) {
            return new Settled(state, reason, reply, Optional.of(time), to, messageId, toMailbox);
        }
    }

    /**
     * False, and nothing changed, when the claim was lost meanwhile. That a mail was sent holds also when its run was
     * cancelled while it was on its way.
     */
    boolean settle(Claim claim, Settled settled, Instant now) {
        var sql = """
                update outbox set state = :state, reason = :reason, server_reply = coalesce(:reply, server_reply), lease_until = null,
                    due_at = coalesce(:due, due_at), address = coalesce(:address, address),
                    recipient_id = coalesce(recipient_id, :recipient), message_id = coalesce(:message, message_id),
                    delivered_to_mailbox = :mailbox, settled_at = :settled
                where workspace_id = :workspace and id = :id and attempts = :attempt
                    and (state = 'claimed' or (state = 'cancelled' and :state = 'sent'))""";
        return jdbc.sql(sql)
                        .param("state", settled.state().word())
                        .param("reason", settled.reason().orElse(null), Types.VARCHAR)
                        .param("reply", settled.reply().orElse(null), Types.VARCHAR)
                        .param("due", utcOrNull(settled.dueAt()), Types.TIMESTAMP_WITH_TIMEZONE)
                        .param(
                                "address",
                                settled.to().address().map(EmailAddress::value).orElse(null),
                                Types.VARCHAR)
                        .param("recipient", settled.to().recipient().orElse(null), Types.OTHER)
                        .param("message", settled.messageId().orElse(null), Types.VARCHAR)
                        .param("mailbox", settled.toMailbox())
                        .param(
                                "settled",
                                settled.state() == MailState.DEFERRED ? null : utc(now),
                                Types.TIMESTAMP_WITH_TIMEZONE)
                        .param("workspace", claim.workspace().value())
                        .param("id", claim.id().value())
                        .param("attempt", claim.attempt())
                        .update()
                == 1;
    }

    private Claim claimed(ResultSet row, int n) throws SQLException {
        return new Claim(
                new WorkspaceId(row.getObject("workspace_id", UUID.class)),
                new MailId(row.getObject("id", UUID.class)),
                MailTemplate.of(row.getString("kind")),
                row.getInt("priority"),
                row.getObject("batch_id") != null,
                Optional.ofNullable(row.getObject("recipient_id", UUID.class)),
                Optional.ofNullable(row.getString("address")),
                details(row.getString("order_details")),
                row.getInt("attempts"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getObject("give_up_at", OffsetDateTime.class).toInstant(),
                row.getObject("lease_until", OffsetDateTime.class).toInstant());
    }

    private Map<String, String> details(String text) {
        return json.readValue(text, new TypeReference<Map<String, String>>() {});
    }

    private static @Nullable OffsetDateTime utcOrNull(Optional<Instant> instant) {
        return instant.map(Timestamps::utc).orElse(null);
    }
}
