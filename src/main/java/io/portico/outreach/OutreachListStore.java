package io.portico.outreach;

import static io.portico.tenancy.Timestamps.instant;

import io.portico.activity.Maker;
import io.portico.contacts.InvitationState;
import io.portico.kernel.ContactId;
import io.portico.kernel.Language;
import io.portico.kernel.RunId;
import io.portico.kernel.WorkspaceId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class OutreachListStore {
    private static final UUID FIRST = new UUID(0, 0);
    private static final UUID LAST = new UUID(-1, -1);

    private final JdbcClient jdbc;

    OutreachListStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** As {@link InvitationStore#find} shows them: one that is pending though the contact has joined is accepted. */
    List<Invitation> invitations(
            WorkspaceId workspace, Optional<InvitationState> state, Optional<ContactId> after, int limit) {
        var sql = """
                select * from (
                    select i.*, case when i.state = 'pending' and c.joined_at is not null then 'accepted'
                        else i.state end as stands
                    from invitation i join contact c on c.workspace_id = i.workspace_id and c.id = i.contact_id
                    where i.workspace_id = :workspace and i.contact_id > :after) as known
                where :state in ('', stands) order by contact_id limit :limit""";
        return jdbc.sql(sql)
                .param("workspace", workspace.value())
                .param("after", after.map(ContactId::value).orElse(FIRST))
                .param("state", state.map(InvitationState::word).orElse(""))
                .param("limit", limit)
                .query(OutreachListStore::invitation)
                .list();
    }

    List<Run> runs(WorkspaceId workspace, Optional<RunId> before, int limit) {
        return jdbc.sql("select * from run where workspace_id = ? and id < ? order by id desc limit ?")
                .params(workspace.value(), before.map(RunId::value).orElse(LAST), limit)
                .query(OutreachListStore::run)
                .list();
    }

    private static Invitation invitation(ResultSet row, int n) throws SQLException {
        return new Invitation(
                new ContactId(row.getObject("contact_id", UUID.class)),
                Maker.in(row, "invited_by"),
                instant(row, "first_sent_at"),
                instant(row, "last_sent_at"),
                row.getInt("times"),
                instant(row, "expires_at"),
                InvitationState.of(row.getString("stands")));
    }

    private static Run run(ResultSet row, int n) throws SQLException {
        return new Run(
                new RunId(row.getObject("id", UUID.class)),
                RunKind.of(row.getString("kind")),
                Maker.in(row, "created_by"),
                instant(row, "created_at"),
                Optional.ofNullable(row.getString("note")),
                Optional.ofNullable(row.getString("language")).flatMap(Language::parse));
    }
}
