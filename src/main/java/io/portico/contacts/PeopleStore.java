package io.portico.contacts;

import io.portico.kernel.ContactId;
import io.portico.kernel.WorkspaceId;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class PeopleStore {
    /** Leaps from one tag to the next in the index, so it costs the same however many contacts there are. */
    static final String TAGS = """
            with recursive each (tag, n) as (
                (select tag, 1 from contact_tag where workspace_id = :workspace order by tag limit 1)
                union all
                select (select t.tag from contact_tag t
                    where t.workspace_id = :workspace and t.tag > each.tag order by t.tag limit 1), n + 1
                from each where each.tag is not null and n < :limit)
            select tag from each where tag is not null order by lower(tag), tag""";

    private final JdbcClient jdbc;
    private final ContactRow row;

    PeopleStore(JdbcClient jdbc, ContactRow row) {
        this.jdbc = jdbc;
        this.row = row;
    }

    /** A contact in a list, with its place in the order by name. */
    record Listed(Contact contact, String nameKey) {}

    /**
     * Lets the following queries of this transaction be planned for the values at hand: the best way to the contacts
     * called "a" is not the best way to those called "minji", and a plan made for both is wrong for one.
     */
    void planForValues() {
        jdbc.sql("select set_config('plan_cache_mode', 'force_custom_plan', true)")
                .query(String.class)
                .single();
    }

    /** Contacts from the cursor's place on, in its direction. */
    List<Listed> list(
            WorkspaceId workspace,
            PeopleCondition condition,
            PeopleOrder order,
            Optional<PeopleCursor> cursor,
            int limit) {
        boolean down = order.descending() != cursor.map(PeopleCursor::back).orElse(false);
        String by = order.by().expression();
        String id = order.by().id();
        String place = cursor.isPresent() ? "and (%s, %s) %s (:key, :id)".formatted(by, id, down ? "<" : ">") : "";
        String way = down ? "desc" : "asc";
        var sql = """
                select c.*, nullif(s.at, '-infinity') as last_sign_in_at
                from contact c join contact_sign_in s on s.workspace_id = :workspace and s.contact_id = c.id
                where c.workspace_id = :workspace and %s %s
                order by %s %s, %s %s limit :limit""".formatted(condition.sql(), place, by, way, id, way);
        var query = jdbc.sql(sql)
                .param("workspace", workspace.value())
                .param("limit", limit)
                .params(condition.params());
        cursor.ifPresent(
                at -> query.param("key", at.value(order)).param("id", at.id().value()));
        return query.query((found, n) -> new Listed(row.mapRow(found, n), found.getString("name_key")))
                .list();
    }

    long count(WorkspaceId workspace, PeopleCondition condition) {
        return jdbc.sql("select count(*) from contact where workspace_id = :workspace and " + condition.sql())
                .param("workspace", workspace.value())
                .params(condition.params())
                .query(Long.class)
                .single();
    }

    /** Stops counting at the limit. */
    long countUpTo(WorkspaceId workspace, PeopleCondition condition, int limit) {
        var sql = """
                select count(*) from (
                    select from contact where workspace_id = :workspace and %s limit :limit) as counted""".formatted(condition.sql());
        return jdbc.sql(sql)
                .param("workspace", workspace.value())
                .params(condition.params())
                .param("limit", limit)
                .query(Long.class)
                .single();
    }

    /** In the order of their ids, after the one given. */
    List<Contact> after(WorkspaceId workspace, PeopleCondition condition, Optional<ContactId> last, int limit) {
        var sql = """
                select %s from contact c
                where workspace_id = :workspace and id > :last and %s
                order by id limit :limit""".formatted(ContactRow.COLUMNS, condition.sql());
        return jdbc.sql(sql)
                .param("workspace", workspace.value())
                .params(condition.params())
                .param("last", last.map(ContactId::value).orElse(new UUID(0, 0)))
                .param("limit", limit)
                .query(row)
                .list();
    }

    List<ContactId> idsAfter(WorkspaceId workspace, PeopleCondition condition, Optional<ContactId> last, int limit) {
        var sql = """
                select id from contact
                where workspace_id = :workspace and id > :last and %s
                order by id limit :limit""".formatted(condition.sql());
        return jdbc
                .sql(sql)
                .param("workspace", workspace.value())
                .params(condition.params())
                .param("last", last.map(ContactId::value).orElse(new UUID(0, 0)))
                .param("limit", limit)
                .query(UUID.class)
                .list()
                .stream()
                .map(ContactId::new)
                .toList();
    }

    List<String> tags(WorkspaceId workspace, int limit) {
        return jdbc.sql(TAGS)
                .param("workspace", workspace.value())
                .param("limit", limit)
                .query(String.class)
                .list();
    }

    List<String> customFields(WorkspaceId workspace) {
        var sql = """
                select distinct field from contact, jsonb_object_keys(custom) as field
                where workspace_id = ? and custom <> '{}' order by field""";
        return jdbc.sql(sql).param(workspace.value()).query(String.class).list();
    }

    List<String> fieldNames(WorkspaceId workspace, int limit) {
        return jdbc.sql("select name from contact_field where workspace_id = ? order by name limit ?")
                .params(workspace.value(), limit)
                .query(String.class)
                .list();
    }

    static PeopleCondition condition(Selection selection, LocalDate today) {
        return switch (selection) {
            case Selection.These(List<ContactId> ids) -> PeopleCondition.of(ids);
            case Selection.Matching(PeopleFilter filter) -> PeopleCondition.of(filter, today);
        };
    }
}
