package io.portico.workspace;

import io.portico.kernel.EmailAddress;
import io.portico.kernel.Language;
import io.portico.kernel.OperatorId;
import io.portico.kernel.WorkspaceId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class OperatorStore {
    private static final String COLUMNS = "o.id, o.name, o.email, o.language";

    private final JdbcClient jdbc;

    OperatorStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    boolean noneYet() {
        return jdbc.sql("select not exists (select from operator)")
                .query(Boolean.class)
                .single();
    }

    Optional<Operator> find(OperatorId id) {
        return jdbc.sql("select " + COLUMNS + " from operator o where id = ?")
                .param(id.value())
                .query(OperatorStore::operator)
                .optional();
    }

    Map<OperatorId, String> names(Set<OperatorId> ids) {
        Map<OperatorId, String> names = new HashMap<>();
        jdbc.sql("select id, name from operator where id = any(?::uuid[])")
                .param(ids.stream().map(OperatorId::toString).toArray(String[]::new))
                .query((RowCallbackHandler)
                        row -> names.put(new OperatorId(row.getObject(1, UUID.class)), row.getString(2)));
        return names;
    }

    Optional<Operator> withEmail(EmailAddress email) {
        return jdbc.sql("select " + COLUMNS + " from operator o where email_key = ?")
                .param(email.key())
                .query(OperatorStore::operator)
                .optional();
    }

    boolean insert(OperatorId id, NewOperator wanted, Instant now) {
        var sql = """
                insert into operator (id, email, email_key, name, password_hash, language, created_at)
                values (?, ?, ?, ?, ?, ?, ?) on conflict (email_key) do nothing""";
        return jdbc.sql(sql)
                        .params(
                                id.value(),
                                wanted.email().value(),
                                wanted.email().key(),
                                wanted.name(),
                                wanted.passwordHash(),
                                wanted.language().tag(),
                                now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    void changeLanguage(OperatorId id, Language language) {
        jdbc.sql("update operator set language = ? where id = ?")
                .params(language.tag(), id.value())
                .update();
    }

    Optional<Role> role(WorkspaceId workspace, OperatorId operator) {
        return jdbc.sql("select role from workspace_operator where workspace_id = ? and operator_id = ?")
                .params(workspace.value(), operator.value())
                .query(String.class)
                .optional()
                .map(Role::of);
    }

    List<OperatorMembership> memberships(OperatorId operator) {
        return jdbc.sql("select workspace_id, role, joined_at from workspace_operator where operator_id = ?")
                .param(operator.value())
                .query((row, n) -> new OperatorMembership(
                        new WorkspaceId(row.getObject("workspace_id", UUID.class)),
                        Role.of(row.getString("role")),
                        row.getObject("joined_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    List<Colleague> of(WorkspaceId workspace) {
        var sql = """
                select %s, m.role, m.joined_at from operator o
                join workspace_operator m on m.operator_id = o.id
                where m.workspace_id = ? order by lower(o.name), o.id""".formatted(COLUMNS);
        return jdbc.sql(sql)
                .param(workspace.value())
                .query(OperatorStore::colleague)
                .list();
    }

    Optional<Colleague> colleague(WorkspaceId workspace, OperatorId operator) {
        var sql = """
                select %s, m.role, m.joined_at from operator o
                join workspace_operator m on m.operator_id = o.id
                where m.workspace_id = ? and o.id = ?""".formatted(COLUMNS);
        return jdbc.sql(sql)
                .params(workspace.value(), operator.value())
                .query(OperatorStore::colleague)
                .optional();
    }

    /** The workspace's owners, who cannot change before this transaction ends. */
    List<OperatorId> lockOwners(WorkspaceId workspace) {
        var sql = """
                select operator_id from workspace_operator where workspace_id = ? and role = 'owner'
                order by operator_id for update""";
        return jdbc.sql(sql).param(workspace.value()).query(UUID.class).list().stream()
                .map(OperatorId::new)
                .toList();
    }

    void setRole(WorkspaceId workspace, OperatorId operator, Role role) {
        jdbc.sql("update workspace_operator set role = ? where workspace_id = ? and operator_id = ?")
                .params(role.word(), workspace.value(), operator.value())
                .update();
    }

    void remove(WorkspaceId workspace, OperatorId operator) {
        jdbc.sql("delete from workspace_operator where workspace_id = ? and operator_id = ?")
                .params(workspace.value(), operator.value())
                .update();
    }

    private static Colleague colleague(ResultSet row, int n) throws SQLException {
        return new Colleague(
                operator(row, n),
                Role.of(row.getString("role")),
                row.getObject("joined_at", OffsetDateTime.class).toInstant());
    }

    private static Operator operator(ResultSet row, int n) throws SQLException {
        return new Operator(
                new OperatorId(row.getObject("id", UUID.class)),
                row.getString("name"),
                EmailAddress.of(row.getString("email")),
                Language.of(row.getString("language")));
    }
}
