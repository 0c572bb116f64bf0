package io.portico.contacts;

import io.portico.kernel.ContactId;
import io.portico.kernel.EmailAddress;
import io.portico.kernel.Language;
import io.portico.kernel.WorkspaceId;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

@Component
class ContactStore {
    private final JdbcClient jdbc;
    private final ContactRow row;
    private final JsonMapper json;

    ContactStore(JdbcClient jdbc, ContactRow row, JsonMapper json) {
        this.jdbc = jdbc;
        this.row = row;
        this.json = json;
    }

    Optional<Contact> find(WorkspaceId workspace, ContactId id) {
        return jdbc.sql("select * from contact where workspace_id = ? and id = ?")
                .params(workspace.value(), id.value())
                .query(row)
                .optional();
    }

    Optional<Contact> lock(WorkspaceId workspace, ContactId id) {
        return jdbc.sql("select * from contact where workspace_id = ? and id = ? for update")
                .params(workspace.value(), id.value())
                .query(row)
                .optional();
    }

    Optional<Contact> withEmail(WorkspaceId workspace, EmailAddress email) {
        return jdbc.sql("select * from contact where workspace_id = ? and email_key = ?")
                .params(workspace.value(), email.key())
                .query(row)
                .optional();
    }

    Map<ContactId, String> names(WorkspaceId workspace, Set<ContactId> ids) {
        Map<ContactId, String> names = new HashMap<>();
        jdbc.sql(
                        "select id, coalesce(nullif(name, ''), email, '') from contact where workspace_id = ? and id = any(?::uuid[])")
                .params(workspace.value(), ids.stream().map(ContactId::toString).toArray(String[]::new))
                .query((RowCallbackHandler)
                        found -> names.put(new ContactId(found.getObject(1, UUID.class)), found.getString(2)));
        return names;
    }

    /** False when the address is taken. */
    boolean insert(WorkspaceId workspace, ContactId id, NewContact wanted, Instant now) {
        var sql = """
                insert into contact (workspace_id, id, first_name, last_name, email, email_key, phone, language,
                    time_zone, tags, custom, source, created_at, updated_at)
                values (:workspace, :id, :first, :last, :email, :emailKey, :phone, :language,
                    :timeZone, :tags, :custom::jsonb, :source, :now, :now)
                on conflict (workspace_id, email_key) do nothing""";
        return jdbc.sql(sql)
                        .param("workspace", workspace.value())
                        .param("id", id.value())
                        .param("first", wanted.name().first())
                        .param("last", wanted.name().last())
                        .param("email", orNull(wanted.email().map(EmailAddress::value)))
                        .param("emailKey", orNull(wanted.email().map(EmailAddress::key)))
                        .param("phone", orNull(wanted.phone()))
                        .param("language", orNull(wanted.language().map(Language::tag)))
                        .param("timeZone", orNull(wanted.timeZone().map(ZoneId::getId)))
                        .param("tags", wanted.tags().toArray(String[]::new))
                        .param("custom", json.writeValueAsString(wanted.custom()))
                        .param("source", wanted.source())
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    void update(WorkspaceId workspace, ContactId id, ContactDetails details, Instant now) {
        var sql = """
                update contact set first_name = :first, last_name = :last, email = :email, email_key = :emailKey,
                    email_verified = email_verified and email_key is not distinct from :emailKey,
                    phone = :phone, language = :language, time_zone = :timeZone, tags = :tags, updated_at = :now
                where workspace_id = :workspace and id = :id""";
        jdbc.sql(sql)
                .param("workspace", workspace.value())
                .param("id", id.value())
                .param("first", details.name().first())
                .param("last", details.name().last())
                .param("email", orNull(details.email().map(EmailAddress::value)))
                .param("emailKey", orNull(details.email().map(EmailAddress::key)))
                .param("phone", orNull(details.phone()))
                .param("language", orNull(details.language().map(Language::tag)))
                .param("timeZone", orNull(details.timeZone().map(ZoneId::getId)))
                .param("tags", details.tags().toArray(String[]::new))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    void stand(WorkspaceId workspace, ContactId id, Standing standing) {
        var sql = """
                update contact set invitation = :invitation, invited_at = :invitedAt, joined_at = :joinedAt,
                    disabled_at = :disabledAt, last_seen_on = :lastSeenOn
                where workspace_id = :workspace and id = :id""";
        InvitationState invitation = standing.invitation();
        jdbc.sql(sql)
                .param("workspace", workspace.value())
                .param("id", id.value())
                .param("invitation", invitation == null ? null : invitation.word())
                .param("invitedAt", utc(standing.invitedAt()))
                .param("joinedAt", utc(standing.joinedAt()))
                .param("disabledAt", utc(standing.disabledAt()))
                .param("lastSeenOn", standing.lastSeenOn())
                .update();
    }

    /** {@link Standing#invited} in SQL. */
    void invited(WorkspaceId workspace, List<ContactId> ids, Instant now) {
        var sql = """
                update contact set invitation = 'pending', invited_at = coalesce(invited_at, :now)
                where workspace_id = :workspace and id in (:ids)""";
        jdbc.sql(sql)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("workspace", workspace.value())
                .param("ids", ids.stream().map(ContactId::value).toList())
                .update();
    }

    void delete(WorkspaceId workspace, ContactId id) {
        jdbc.sql("delete from contact where workspace_id = ? and id = ?")
                .params(workspace.value(), id.value())
                .update();
    }

    private static <T> @Nullable T orNull(Optional<T> value) {
        return value.orElse(null);
    }

    private static java.time.@Nullable OffsetDateTime utc(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
