package io.portico.api;

import static io.portico.tenancy.Timestamps.utc;

import io.portico.kernel.ApiKeyId;
import io.portico.kernel.WorkspaceId;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class KeptAnswerStore {
    private final JdbcClient jdbc;

    KeptAnswerStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Which request is meant: one key's own choice of a word for it. */
    record Ticket(WorkspaceId workspace, ApiKeyId key, String word) {
        String text() {
            return workspace + " " + key + " " + word;
        }
    }

    /** @param asked a hash of the request it answers */
    record Row(byte[] asked, byte[] sealed) {}

    /** False when another transaction is about the same request; else held until this one ends. */
    boolean hold(Ticket ticket) {
        return jdbc.sql("select pg_try_advisory_xact_lock(hashtextextended(?, 39))")
                .param(ticket.text())
                .query(Boolean.class)
                .single();
    }

    Optional<Row> find(Ticket ticket, Instant since) {
        var sql = """
                select asked, answer from api_answer
                where workspace_id = ? and key_id = ? and word = ? and created_at > ?""";
        return jdbc.sql(sql)
                .params(ticket.workspace().value(), ticket.key().value(), ticket.word(), utc(since))
                .query((row, n) -> new Row(row.getBytes("asked"), row.getBytes("answer")))
                .optional();
    }

    void keep(Ticket ticket, Row row, Instant now) {
        var sql = """
                insert into api_answer (workspace_id, key_id, word, asked, answer, created_at) values (?, ?, ?, ?, ?, ?)
                on conflict (workspace_id, key_id, word) do update
                    set asked = excluded.asked, answer = excluded.answer, created_at = excluded.created_at""";
        jdbc.sql(sql)
                .params(
                        ticket.workspace().value(),
                        ticket.key().value(),
                        ticket.word(),
                        row.asked(),
                        row.sealed(),
                        utc(now))
                .update();
    }

    int forget(Instant until) {
        return jdbc.sql("delete from api_answer where created_at <= ?")
                .param(utc(until))
                .update();
    }
}
