package io.portico.mail;

import io.portico.kernel.WorkspaceId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class KeptWordsStore {
    private final JdbcClient jdbc;

    KeptWordsStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(WorkspaceId workspace, String hash, MailWords words, Instant now) {
        var sql = """
                insert into mail_words (workspace_id, hash, subject, preheader, body, button, kept_at)
                values (?, ?, ?, ?, ?, ?, ?) on conflict do nothing""";
        jdbc.sql(sql)
                .params(
                        workspace.value(),
                        hash,
                        words.subject(),
                        words.preheader(),
                        words.body(),
                        words.button(),
                        now.atOffset(ZoneOffset.UTC))
                .update();
    }

    Optional<MailWords> find(WorkspaceId workspace, String hash) {
        return jdbc.sql("select subject, preheader, body, button from mail_words where workspace_id = ? and hash = ?")
                .params(workspace.value(), hash)
                .query((row, n) -> new MailWords(
                        row.getString("subject"),
                        row.getString("preheader"),
                        row.getString("body"),
                        row.getString("button")))
                .optional();
    }

    /** Names every state, though that excludes none: the two indexes by recipient share the states between them. */
    int ordered(WorkspaceId workspace, MailTemplate template, UUID recipient, Instant since) {
        var sql = """
                select count(*) from outbox
                where workspace_id = :workspace and recipient_id = :recipient and kind = :kind and created_at > :since
                    and (state in ('queued', 'deferred', 'claimed') or state in ('sent', 'failed', 'skipped', 'cancelled'))""";
        return jdbc.sql(sql)
                .param("workspace", workspace.value())
                .param("recipient", recipient)
                .param("kind", template.word())
                .param("since", since.atOffset(ZoneOffset.UTC))
                .query(Integer.class)
                .single();
    }
}
