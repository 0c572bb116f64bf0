package io.portico.apps;

import io.portico.apps.PortalApp.OnPlatform;
import io.portico.apps.PortalApp.Platform;
import io.portico.apps.PortalApp.PlatformState;
import io.portico.domains.PortalAddresses;
import io.portico.workspace.Workspace;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The portal app of each workspace. */
@Component
public class PortalApps {
    private final PortalAddresses addresses;

    PortalApps(PortalAddresses addresses) {
        this.addresses = addresses;
    }

    public PortalApp of(Workspace workspace) {
        var web = new OnPlatform(
                Platform.WEB,
                PlatformState.IN_BROWSER,
                Optional.of(addresses.of(workspace).toString()));
        return new PortalApp(
                workspace.name(),
                workspace.initial(),
                workspace.accent(),
                List.of(web, notSetUp(Platform.IOS), notSetUp(Platform.ANDROID)),
                Optional.empty());
    }

    private static OnPlatform notSetUp(Platform platform) {
        return new OnPlatform(platform, PlatformState.NOT_SET_UP, Optional.empty());
    }
}
