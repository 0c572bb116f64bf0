package io.portico.apps;

import io.portico.activity.Activity;
import io.portico.activity.Actor;
import io.portico.apps.PortalApp.Platform;
import io.portico.kernel.WorkspaceId;
import io.portico.tenancy.Tenancy;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The store apps of workspaces: at most one for each platform. */
@Component
public class StoreApps {
    private final StoreAppStore store;
    private final Tenancy tenancy;
    private final Activity activity;

    StoreApps(StoreAppStore store, Tenancy tenancy, Activity activity) {
        this.store = store;
        this.tenancy = tenancy;
        this.activity = activity;
    }

    public List<StoreApp> of(WorkspaceId workspace) {
        return tenancy.in(workspace, () -> store.all(workspace));
    }

    /** The app that links of this workspace's portal open; empty when none is set up or it is paused. */
    public Optional<StoreApp> opening(WorkspaceId workspace, Platform platform) {
        return of(workspace).stream()
                .filter(app -> app.platform() == platform && app.opensLinks())
                .findFirst();
    }

    public void save(WorkspaceId workspace, StoreApp app, Actor actor) {
        tenancy.run(workspace, () -> {
            store.save(workspace, app);
            activity.record(workspace, actor, StoreAppChanged.to(app));
        });
    }

    public void remove(WorkspaceId workspace, Platform platform, Actor actor) {
        tenancy.run(workspace, () -> {
            if (store.remove(workspace, platform)) {
                activity.record(workspace, actor, new StoreAppRemoved(platform.word()));
            }
        });
    }
}
