package io.portico.dashboard;

import io.portico.activity.LogPosition;
import io.portico.kernel.WorkspaceId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
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
class TallyStore {
    /** A workspace's roll-up as one statement saw it: how far into the log it reaches, and in which zone it counts. */
    record RollUp(LogPosition position, Optional<ZoneId> zone, Tallies tallies) {}

    /** The zone a workspace's days are counted in, and whether the workspace has moved to another since. */
    record TallyZone(ZoneId zone, boolean outdated) {}

    private final JdbcClient jdbc;

    TallyStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Where the roll-ups stand; whoever asks is the only one to write them until the transaction ends. */
    LogPosition lockPosition() {
        return jdbc.sql("select xact::text::bigint as xact, id from tally_position for update")
                .query(TallyStore::position)
                .single();
    }

    void movePosition(LogPosition position) {
        jdbc.sql("update tally_position set xact = ?::text::xid8, id = ?")
                .params(Long.toString(position.xact()), position.id())
                .update();
    }

    /** The zones of these workspaces; one that is new here gets the zone it is in. */
    Map<WorkspaceId, TallyZone> zones(Set<WorkspaceId> workspaces) {
        String[] ids = workspaces.stream().map(WorkspaceId::toString).toArray(String[]::new);
        jdbc.sql("""
                insert into tally_zone (workspace_id, time_zone)
                select id, time_zone from workspace where id = any(?::uuid[])
                on conflict do nothing""").param(ids).update();
        Map<WorkspaceId, TallyZone> zones = new HashMap<>();
        jdbc.sql("""
                select z.workspace_id, z.time_zone, z.time_zone <> w.time_zone as outdated
                from tally_zone z join workspace w on w.id = z.workspace_id
                where z.workspace_id = any(?::uuid[])""").param(ids).query((RowCallbackHandler) row -> zones.put(
                new WorkspaceId(row.getObject("workspace_id", UUID.class)),
                new TallyZone(ZoneId.of(row.getString("time_zone")), row.getBoolean("outdated"))));
        return zones;
    }

    void add(Map<WorkspaceId, Tallies> changes) {
        var rows = new Rows();
        changes.forEach((workspace, tallies) -> tallies.forEach((tally, n) -> rows.add(workspace, tally, n)));
        var sql = """
                insert into tally as t (workspace_id, figure, day, n)
                select * from unnest(?::uuid[], ?::text[], ?::date[], ?::bigint[])
                on conflict (workspace_id, figure, day) do update set n = t.n + excluded.n""";
        jdbc.sql(sql).params(rows.columns()).update();
    }

    /** Forgets a workspace's roll-up, so that it can be made anew in the zone the workspace is in. */
    void forget(WorkspaceId workspace) {
        jdbc.sql("delete from tally where workspace_id = ?")
                .param(workspace.value())
                .update();
        jdbc.sql("delete from tally_zone where workspace_id = ?")
                .param(workspace.value())
                .update();
    }

    RollUp rollUp(WorkspaceId workspace) {
        var sql = """
                select p.xact::text::bigint as xact, p.id, z.time_zone, t.figure, t.day, t.n
                from tally_position p
                left join tally_zone z on z.workspace_id = :workspace
                left join tally t on t.workspace_id = :workspace and t.n <> 0""";
        List<RollUp> found = jdbc.sql(sql).param("workspace", workspace.value()).query(TallyStore::rollUps);
        return found.getFirst();
    }

    private static List<RollUp> rollUps(ResultSet row) throws SQLException {
        List<RollUp> rollUps = new ArrayList<>();
        var tallies = new Tallies();
        while (row.next()) {
            if (rollUps.isEmpty()) {
                rollUps.add(new RollUp(
                        position(row, 0),
                        Optional.ofNullable(row.getString("time_zone")).map(ZoneId::of),
                        tallies));
            }
            addTo(tallies, row);
        }
        return rollUps;
    }

    private static void addTo(Tallies tallies, ResultSet row) throws SQLException {
        String figure = row.getString("figure");
        if (figure != null) {
            tallies.add(new Tally(Figure.of(figure), row.getObject("day", LocalDate.class)), row.getLong("n"));
        }
    }

    private static LogPosition position(ResultSet row, int n) throws SQLException {
        return new LogPosition(row.getLong("xact"), row.getLong("id"));
    }

    /** Rows turned into columns, which one statement takes at once. */
    private static final class Rows {
        private final List<String> workspaces = new ArrayList<>();
        private final List<String> figures = new ArrayList<>();
        private final List<String> days = new ArrayList<>();
        private final List<Long> counts = new ArrayList<>();

        void add(WorkspaceId workspace, Tally tally, long n) {
            workspaces.add(workspace.toString());
            figures.add(tally.figure().word());
            days.add(tally.day().toString());
            counts.add(n);
        }

        Object[] columns() {
            return new Object[] {
                workspaces.toArray(String[]::new),
                figures.toArray(String[]::new),
                days.toArray(String[]::new),
                counts.toArray(Long[]::new)
            };
        }
    }
}
