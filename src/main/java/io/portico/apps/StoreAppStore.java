package io.portico.apps;

import io.portico.apps.PortalApp.Platform;
import io.portico.apps.StoreApp.StoreState;
import io.portico.kernel.Labelled;
import io.portico.kernel.WorkspaceId;
import io.portico.workspace.WebLink;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class StoreAppStore {
    private final JdbcClient jdbc;

    StoreAppStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<StoreApp> all(WorkspaceId workspace) {
        return jdbc.sql("select * from store_app where workspace_id = ? order by platform")
                .param(workspace.value())
                .query(StoreAppStore::app)
                .list();
    }

    void save(WorkspaceId workspace, StoreApp app) {
        var sql = """
                insert into store_app (workspace_id, platform, state, app_id, signers, link, version, minimum_version, notes)
                values (:workspace, :platform, :state, :id, :signers, :link, :version, :minimum, :notes)
                on conflict (workspace_id, platform) do update set state = excluded.state, app_id = excluded.app_id,
                    signers = excluded.signers, link = excluded.link, version = excluded.version,
                    minimum_version = excluded.minimum_version, notes = excluded.notes""";
        jdbc.sql(sql)
                .param("workspace", workspace.value())
                .param("platform", app.platform().word())
                .param("state", app.state().word())
                .param("id", app.appId())
                .param("signers", app.signers().toArray(String[]::new))
                .param("link", app.link().map(WebLink::value).orElse(""))
                .param("version", app.version())
                .param("minimum", app.minimumVersion())
                .param("notes", app.notes())
                .update();
    }

    boolean remove(WorkspaceId workspace, Platform platform) {
        return jdbc.sql("delete from store_app where workspace_id = ? and platform = ?")
                        .params(workspace.value(), platform.word())
                        .update()
                == 1;
    }

    private static StoreApp app(ResultSet row, int n) throws SQLException {
        return new StoreApp(
                Labelled.of(Platform.class, row.getString("platform")),
                Labelled.of(StoreState.class, row.getString("state")),
                row.getString("app_id"),
                List.of((String[]) row.getArray("signers").getArray()),
                Optional.of(row.getString("link")).flatMap(WebLink::parse),
                row.getString("version"),
                row.getString("minimum_version"),
                row.getString("notes"));
    }
}
