package io.portico.outreach;

import static io.portico.tenancy.Timestamps.instantOrNull;

import io.portico.contacts.ContactRow;
import io.portico.kernel.ContactId;
import io.portico.kernel.EmailAddress;
import io.portico.kernel.WorkspaceId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads contacts together with what speaks against mailing them, in one statement: one query a contact and room would
 * not carry to a hundred thousand.
 */
@Component
class CandidateStore {
    private static final int AT_ONCE = 1000;

    private static final String CANDIDATES = """
            select c.id, c.name, c.email, c.invitation, c.invited_at, c.joined_at, c.disabled_at, c.last_seen_on,
                s.email_key is not null as suppressed,
                i.last_sent_at as last_invited,
                (select max(o.created_at) from outbox o
                    where o.workspace_id = c.workspace_id and o.recipient_id = c.id and o.kind = 'login-email'
                        and o.state in ('queued', 'claimed', 'deferred', 'sent')) as last_login_email
            from contact c
            left join invitation i on i.workspace_id = c.workspace_id and i.contact_id = c.id
            left join suppression s on s.workspace_id = c.workspace_id and s.email_key = c.email_key
            where c.workspace_id = :workspace and c.id in (:ids)
            order by c.id""";

    private final JdbcClient jdbc;

    CandidateStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those of the ids that are contacts of the workspace. */
    List<Candidate> find(WorkspaceId workspace, List<ContactId> ids) {
        return query(CANDIDATES, workspace, ids);
    }

    /** As {@link #find}, and holds their rows until the transaction ends, so that what is decided stays true. */
    List<Candidate> lock(WorkspaceId workspace, List<ContactId> ids) {
        return query(CANDIDATES + " for update of c", workspace, ids);
    }

    private List<Candidate> query(String sql, WorkspaceId workspace, List<ContactId> ids) {
        List<Candidate> found = new ArrayList<>(ids.size());
        for (int from = 0; from < ids.size(); from += AT_ONCE) {
            found.addAll(part(sql, workspace, ids.subList(from, Math.min(from + AT_ONCE, ids.size()))));
        }
        return found;
    }

    private List<Candidate> part(String sql, WorkspaceId workspace, List<ContactId> ids) {
        return jdbc.sql(sql)
                .param("workspace", workspace.value())
                .param("ids", ids.stream().map(ContactId::value).toList())
                .query(CandidateStore::candidate)
                .list();
    }

    private static Candidate candidate(ResultSet row, int n) throws SQLException {
        return new Candidate(
                new ContactId(row.getObject("id", UUID.class)),
                row.getString("name"),
                Optional.ofNullable(row.getString("email")).map(EmailAddress::of),
                ContactRow.standing(row),
                row.getBoolean("suppressed"),
                Optional.ofNullable(instantOrNull(row, "last_invited")),
                Optional.ofNullable(instantOrNull(row, "last_login_email")));
    }
}
