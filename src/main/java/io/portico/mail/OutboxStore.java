package io.portico.mail;

import static io.portico.tenancy.Timestamps.utc;

import io.portico.kernel.EmailAddress;
import io.portico.kernel.MailId;
import io.portico.kernel.Uuid7;
import io.portico.kernel.WorkspaceId;
import io.portico.tenancy.Rows;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
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
    private final MailPaceStore paces;
    private final JsonMapper json;
    private final Clock clock;

    OutboxStore(JdbcClient jdbc, JdbcTemplate batches, MailPaceStore paces, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.paces = paces;
        this.json = json;
        this.clock = clock;
    }

    void insert(WorkspaceId workspace, List<MailId> ids, List<NewMail> mails, Instant now) {
        var sql = """
                insert into outbox (workspace_id, id, kind, recipient_id, address, order_details, priority, state, held_by,
                    due_at, give_up_at, created_at)
                values (?, ?, ?, ?, ?, ?::jsonb, ?, 'queued', ?, ?, ?, ?)""";
        boolean paced = mails.stream().anyMatch(mail -> mail.priority() == Priority.BULK) && paces.isLimited(workspace);
        batches.batchUpdate(
                sql,
                IntStream.range(0, mails.size())
                        .mapToObj(i -> row(workspace, ids.get(i), mails.get(i), paced, now))
                        .toList());
    }

    /**
     * Counting over all, which also tells how many they are, makes the database collect the rows before it enters the
     * first: the select looks for mails that wait, and must not come upon those of this statement again and again. The
     * ids ascend, from a random one on: a hundred thousand random ones cost more than the rest.
     */
    long insertEach(WorkspaceId workspace, BatchOrder order, Rows mails, Instant now) {
        var sql = """
                insert into outbox (workspace_id, id, kind, batch_id, recipient_id, address, order_details, priority,
                    state, held_by, reason, due_at, give_up_at, created_at, settled_at)
                select :workspace, (:idStart || lpad(to_hex(m.nth), 8, '0'))::uuid, m.kind, :batch, m.recipient_id,
                    m.address, m.details, case when m.total <= :few then :personal else :bulk end,
                    case when m.reason is null then 'queued' else 'skipped' end,
                    case when m.total > :few and :paced then :heldBy | :turn else :heldBy end, m.reason,
                    :dueAt + m.later, :dueAt + m.later + make_interval(secs => :patienceSeconds), :orderedAt,
                    case when m.reason is not null then :orderedAt end
                from (select n.*, make_interval(secs => :spreadSeconds::double precision * (n.nth - 1) / n.total) as later
                    from (select q.*, count(*) over () as total,
                            row_number() over (order by q.place, q.recipient_id) as nth
                        from (%s) q) n) m""".formatted(mails.sql());
        return jdbc.sql(sql)
                .params(mails.paramsWith(order.params()))
                .param("workspace", workspace.value())
                .param("idStart", Uuid7.next(clock).toString().substring(0, 28))
                .param("orderedAt", utc(now))
                .param("paced", paces.isLimited(workspace))
                .param("turn", Hold.PACED.bit())
                .param("dueAt", utc(order.from().orElse(now)))
                .param("patienceSeconds", Outbox.PATIENCE.toSeconds())
                .update();
    }

    /** Makes the planner's figures of the queue anew; passed over while somebody else is at it. */
    void countAnew() {
        jdbc.sql("analyze (skip_locked) outbox (workspace_id, batch_id, recipient_id, priority, state, due_at)")
                .update();
    }

    private @Nullable Object[] row(WorkspaceId workspace, MailId id, NewMail mail, boolean paced, Instant now) {
        return new @Nullable Object[] {
            workspace.value(),
            id.value(),
            mail.template().word(),
            mail.recipient().orElse(null),
            mail.address().map(EmailAddress::value).orElse(null),
            json.writeValueAsString(mail.details()),
            mail.priority().rank(),
            paced && mail.priority() == Priority.BULK ? Hold.PACED.bit() : 0,
            utc(now),
            utc(now.plus(Outbox.PATIENCE)),
            utc(now)
        };
    }

    /** Deletes at most a thousand orders that were skipped because they were for nobody. */
    int forgetToNobody(OffsetDateTime before) {
        var sql = """
                delete from outbox o using (
                    select workspace_id, id from outbox
                    where state = 'skipped' and recipient_id is null and batch_id is null and created_at < ?
                    limit 1000) old
                where o.workspace_id = old.workspace_id and o.id = old.id""";
        return jdbc.sql(sql).param(before).update();
    }
}
