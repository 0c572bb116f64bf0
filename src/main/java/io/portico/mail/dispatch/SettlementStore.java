package io.portico.mail.dispatch;

import io.portico.kernel.EmailAddress;
import io.portico.kernel.MailId;
import io.portico.kernel.WorkspaceId;
import io.portico.mail.MailState;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class SettlementStore {
    private final JdbcClient jdbc;

    SettlementStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** How a mail is left behind. */
    record Settled(
            Claim claim,
            MailState state,
            Optional<String> reason,
            Optional<String> reply,
            Optional<Instant> dueAt,
            Outcome.Addressee to,
            Optional<String> messageId,
            boolean toMailbox) {
        Settled dueAt(Instant time) {
            return new Settled(claim, state, reason, reply, Optional.of(time), to, messageId, toMailbox);
        }

        private Optional<Instant> settledAt(Instant now) {
            return state == MailState.DEFERRED ? Optional.empty() : Optional.of(now);
        }
    }

    /**
     * Those that were settled; nothing is changed of the others, whose claims were lost meanwhile. That a mail was sent
     * holds also when its run was cancelled while it was on its way.
     */
    Set<MailId> settle(WorkspaceId workspace, List<Settled> mails, Instant now) {
        var sql = """
                update outbox o set state = s.state, reason = s.reason, server_reply = coalesce(s.reply, o.server_reply),
                    lease_until = null, due_at = coalesce(s.due, o.due_at), address = coalesce(s.address, o.address),
                    recipient_id = coalesce(o.recipient_id, s.recipient),
                    message_id = coalesce(s.message, o.message_id), delivered_to_mailbox = s.mailbox,
                    settled_at = s.settled
                from unnest(:ids::uuid[], :attempts::int[], :states::text[], :reasons::text[], :replies::text[],
                    :dues::timestamptz[], :addresses::text[], :recipients::uuid[], :messages::text[],
                    :mailbox::boolean[], :settled::timestamptz[])
                    as s (id, attempt, state, reason, reply, due, address, recipient, message, mailbox, settled)
                where o.workspace_id = :workspace and o.id = s.id and o.attempts = s.attempt
                    and (%s or (o.state || '' = 'cancelled' and s.state = 'sent'))
                returning o.id""".formatted(ClaimStore.CLAIMED);
        return jdbc.sql(sql)
                .param("workspace", workspace.value())
                .param("ids", column(mails, mail -> mail.claim().id().toString()))
                .param(
                        "attempts",
                        column(mails, mail -> Integer.toString(mail.claim().attempt())))
                .param("states", column(mails, mail -> mail.state().word()))
                .param("reasons", column(mails, mail -> mail.reason().orElse(null)))
                .param("replies", column(mails, mail -> mail.reply().orElse(null)))
                .param("dues", column(mails, mail -> text(mail.dueAt())))
                .param(
                        "addresses",
                        column(mails, mail -> text(mail.to().address().map(EmailAddress::value))))
                .param("recipients", column(mails, mail -> text(mail.to().recipient())))
                .param("messages", column(mails, mail -> mail.messageId().orElse(null)))
                .param("mailbox", column(mails, mail -> Boolean.toString(mail.toMailbox())))
                .param("settled", column(mails, mail -> text(mail.settledAt(now))))
                .query((row, n) -> new MailId(row.getObject(1, UUID.class)))
                .set();
    }

    private static @Nullable String[] column(List<Settled> mails, Function<Settled, @Nullable String> value) {
        return mails.stream().map(value).toArray(String[]::new);
    }

    private static @Nullable String text(Optional<?> value) {
        return value.map(Object::toString).orElse(null);
    }
}
