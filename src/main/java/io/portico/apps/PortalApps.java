package io.portico.apps;

import io.portico.apps.PortalApp.WebState;
import io.portico.domains.PortalAddresses;
import io.portico.workspace.Workspace;
import java.net.URI;
import org.springframework.stereotype.Component;

/** The portal app of each workspace. */
@Component
public class PortalApps {
    private final PortalAddresses addresses;
    private final StoreApps stores;
    private final AppOpenings openings;

    PortalApps(PortalAddresses addresses, StoreApps stores, AppOpenings openings) {
        this.addresses = addresses;
        this.stores = stores;
        this.openings = openings;
    }

    public PortalApp of(Workspace workspace) {
        URI address = addresses.of(workspace);
        return new PortalApp(
                workspace.brand(),
                workspace.initial(),
                address.toString(),
                stateOf(workspace, address),
                stores.of(workspace.id()),
                openings.usage(workspace.id()));
    }

    /** A sub-domain of localhost counts as secure, for the machine it is on. */
    private static WebState stateOf(Workspace workspace, URI address) {
        boolean secure =
                "https".equals(address.getScheme()) || address.getHost().endsWith(".localhost");
        if (!secure) {
            return WebState.WITHOUT_TLS;
        }
        return workspace.brand().pictures().hasIcon() ? WebState.INSTALLABLE : WebState.WITHOUT_ICON;
    }
}
