package io.portico.contacts;

import static io.portico.tenancy.Timestamps.utc;
import static io.portico.tenancy.Timestamps.utcOrNull;

import io.portico.kernel.ContactId;
import io.portico.kernel.EmailAddress;
import io.portico.kernel.Language;
import io.portico.kernel.WorkspaceId;
import io.portico.tenancy.Rows;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.DefaultTransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

@Component
class ContactStore {
    private final JdbcClient jdbc;
    private final ContactRow row;
    private final JsonMapper json;
    private final TransactionTemplate savepoint;

    ContactStore(JdbcClient jdbc, ContactRow row, JsonMapper json, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.row = row;
        this.json = json;
        this.savepoint = new TransactionTemplate(
                transactions, new DefaultTransactionDefinition(TransactionDefinition.PROPAGATION_NESTED));
    }

    Optional<Contact> find(WorkspaceId workspace, ContactId id) {
        return jdbc.sql("select " + ContactRow.COLUMNS + " from contact c where workspace_id = ? and id = ?")
                .params(workspace.value(), id.value())
                .query(row)
                .optional();
    }

    List<Contact> among(WorkspaceId workspace, Collection<ContactId> ids) {
        return jdbc.sql("select " + ContactRow.COLUMNS
                        + " from contact c where workspace_id = ? and id = any(?::uuid[])")
                .params(workspace.value(), ids.stream().map(ContactId::toString).toArray(String[]::new))
                .query(row)
                .list();
    }

    Optional<Contact> lock(WorkspaceId workspace, ContactId id) {
        return jdbc.sql("select " + ContactRow.COLUMNS
                        + " from contact c where workspace_id = ? and id = ? for update of c")
                .params(workspace.value(), id.value())
                .query(row)
                .optional();
    }

    List<Contact> lock(WorkspaceId workspace, Collection<ContactId> ids) {
        return jdbc.sql("select " + ContactRow.COLUMNS
                        + " from contact c where workspace_id = ? and id = any(?::uuid[]) order by id for update of c")
                .params(workspace.value(), ids.stream().map(ContactId::toString).toArray(String[]::new))
                .query(row)
                .list();
    }

    Optional<Contact> withEmail(WorkspaceId workspace, EmailAddress email) {
        return jdbc.sql("select " + ContactRow.COLUMNS + " from contact c where workspace_id = ? and email_key = ?")
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
                        .param("now", utc(now))
                        .update()
                == 1;
    }

    /** False, and nothing done, when the address is taken, also by one who commits while this waits. */
    boolean update(WorkspaceId workspace, ContactId id, ContactDetails details, Instant now) {
        try {
            savepoint.executeWithoutResult(status -> write(workspace, id, details, now));
            return true;
        } catch (DuplicateKeyException taken) {
            return false;
        }
    }

    private void write(WorkspaceId workspace, ContactId id, ContactDetails details, Instant now) {
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
                .param("now", utc(now))
                .update();
    }

    void customise(WorkspaceId workspace, ContactId id, Map<String, String> custom, Instant now) {
        jdbc.sql("update contact set custom = ?::jsonb, updated_at = ? where workspace_id = ? and id = ?")
                .params(json.writeValueAsString(custom), utc(now), workspace.value(), id.value())
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
                .param("invitedAt", utcOrNull(standing.invitedAt()))
                .param("joinedAt", utcOrNull(standing.joinedAt()))
                .param("disabledAt", utcOrNull(standing.disabledAt()))
                .param("lastSeenOn", standing.lastSeenOn())
                .update();
    }

    /** {@link Standing#invited} in SQL. */
    void invited(WorkspaceId workspace, Rows ids, Instant now) {
        var sql = """
                update contact set invitation = 'pending', invited_at = coalesce(invited_at, :invitedAt)
                where workspace_id = :workspace and id in (%s)""".formatted(ids.sql());
        jdbc.sql(sql)
                .params(ids.paramsWith(Map.of("workspace", workspace.value(), "invitedAt", utc(now))))
                .update();
    }

    /** One statement, however many they are. */
    void welcome(WorkspaceId workspace, List<Newcomer> newcomers, String source, Instant now) {
        var sql = """
                insert into contact (workspace_id, id, first_name, last_name, email, email_key, source, created_at, updated_at)
                select :workspace, n.*, :source, :now, :now
                from unnest(:ids::uuid[], :first::text[], :last::text[], :emails::text[], :keys::text[]) as n
                on conflict (workspace_id, email_key) do nothing""";
        jdbc.sql(sql)
                .param("workspace", workspace.value())
                .param("ids", ids(newcomers))
                .param("first", each(newcomers, one -> one.name().first()))
                .param("last", each(newcomers, one -> one.name().last()))
                .param("emails", each(newcomers, one -> one.email().value()))
                .param("keys", each(newcomers, one -> one.email().key()))
                .param("source", source)
                .param("now", utc(now))
                .update();
    }

    /** The facts {@link ContactCreated} of those who were welcomed under these ids. */
    Rows created(WorkspaceId workspace, List<Newcomer> newcomers) {
        var sql = """
                select id as contact_id, jsonb_build_object('contact', id, 'text', source,
                    'tagged', jsonb_build_array(), 'before', jsonb_build_object(), 'after', jsonb_build_object()) as details
                from contact where workspace_id = :workspace and id = any(:ids)""";
        return new Rows(sql, Map.of("workspace", workspace.value(), "ids", ids(newcomers)));
    }

    private static UUID[] ids(List<Newcomer> newcomers) {
        return newcomers.stream().map(one -> one.id().value()).toArray(UUID[]::new);
    }

    private static String[] each(List<Newcomer> newcomers, Function<Newcomer, String> part) {
        return newcomers.stream().map(part).toArray(String[]::new);
    }

    void delete(WorkspaceId workspace, ContactId id) {
        jdbc.sql("delete from contact where workspace_id = ? and id = ?")
                .params(workspace.value(), id.value())
                .update();
    }

    private static <T> @Nullable T orNull(Optional<T> value) {
        return value.orElse(null);
    }
}
