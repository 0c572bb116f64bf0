package io.portico.mail.content;

import io.portico.activity.Maker;
import io.portico.kernel.Language;
import io.portico.kernel.TemplateVersionId;
import io.portico.kernel.WorkspaceId;
import io.portico.mail.MailTemplate;
import io.portico.mail.MailWords;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class TemplateStore {
    private static final String COLUMNS =
            "id, template, language, subject, preheader, body, button, saved_by, saved_by_key, saved_at";

    private final JdbcClient jdbc;

    TemplateStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The newest version of each template and language that has one. */
    List<TemplateVersion> latest(WorkspaceId workspace) {
        var sql = "select distinct on (template, language) %s from mail_template_version where workspace_id = ? "
                        .formatted(COLUMNS)
                + "order by template, language, n desc";
        return jdbc.sql(sql)
                .param(workspace.value())
                .query(TemplateStore::version)
                .list();
    }

    /** Newest first. */
    List<TemplateVersion> of(WorkspaceId workspace, TemplateKey key, int limit) {
        var sql = "select %s from mail_template_version where workspace_id = ? and template = ? and language = ? "
                        .formatted(COLUMNS)
                + "order by n desc limit ?";
        return jdbc.sql(sql)
                .params(workspace.value(), key.template().word(), key.language().tag(), limit)
                .query(TemplateStore::version)
                .list();
    }

    Optional<TemplateVersion> find(WorkspaceId workspace, TemplateVersionId id) {
        return jdbc.sql("select %s from mail_template_version where workspace_id = ? and id = ?".formatted(COLUMNS))
                .params(workspace.value(), id.value())
                .query(TemplateStore::version)
                .optional();
    }

    void insert(WorkspaceId workspace, TemplateVersion version) {
        var sql = """
                insert into mail_template_version (workspace_id, id, template, language, subject, preheader, body,
                    button, saved_by, saved_by_key, saved_at)
                values (:workspace, :id, :template, :language, :subject, :preheader, :body, :button, :by, :key, :at)""";
        Optional<MailWords> words = version.words();
        jdbc.sql(sql)
                .param("workspace", workspace.value())
                .param("id", version.id().value())
                .param("template", version.key().template().word())
                .param("language", version.key().language().tag())
                .param("subject", words.map(MailWords::subject).orElse(null), Types.VARCHAR)
                .param("preheader", words.map(MailWords::preheader).orElse(null), Types.VARCHAR)
                .param("body", words.map(MailWords::body).orElse(null), Types.VARCHAR)
                .param("button", words.map(MailWords::button).orElse(null), Types.VARCHAR)
                .param("by", version.savedBy().operatorOrNull(), Types.OTHER)
                .param("key", version.savedBy().keyOrNull(), Types.OTHER)
                .param("at", version.savedAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    void hold(WorkspaceId workspace, TemplateKey key) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('mail template ' || ?, 0))")
                .param(workspace + " " + key.template().word() + " "
                        + key.language().tag())
                .query((row, n) -> true)
                .list();
    }

    /** Keeps the newest. */
    void forgetOlder(WorkspaceId workspace, TemplateKey key, int kept) {
        var sql = """
                delete from mail_template_version where workspace_id = ? and id in (
                    select id from mail_template_version
                    where workspace_id = ? and template = ? and language = ? order by n desc offset ?)""";
        jdbc.sql(sql)
                .params(
                        workspace.value(),
                        workspace.value(),
                        key.template().word(),
                        key.language().tag(),
                        kept)
                .update();
    }

    private static TemplateVersion version(ResultSet row, int n) throws SQLException {
        return new TemplateVersion(
                new TemplateVersionId(row.getObject("id", UUID.class)),
                new TemplateKey(MailTemplate.of(row.getString("template")), Language.of(row.getString("language"))),
                words(row),
                Maker.in(row, "saved_by"),
                row.getObject("saved_at", OffsetDateTime.class).toInstant());
    }

    private static Optional<MailWords> words(ResultSet row) throws SQLException {
        return row.getString("subject") == null
                ? Optional.empty()
                : Optional.of(new MailWords(
                        row.getString("subject"),
                        row.getString("preheader"),
                        row.getString("body"),
                        row.getString("button")));
    }
}
