package io.portico.apps;

import io.portico.kernel.Labelled;
import io.portico.workspace.Brand;
import java.util.List;
import java.util.Optional;

/**
 * A workspace's portal as an app under its own name.
 *
 * @param initial the letter that stands for the icon until there is one
 * @param address the portal's, from which it is installed
 */
public record PortalApp(
        Brand brand, String initial, String address, WebState web, List<StoreApp> stores, AppUsage usage) {
    /** Where the app can run. */
    public enum Platform implements Labelled {
        WEB,
        IOS,
        ANDROID
    }

    /** Whether browsers offer to install the portal. */
    public enum WebState implements Labelled {
        INSTALLABLE,
        /** It can be, under a letter: the workspace has no icon of its own. */
        WITHOUT_ICON,
        /** Browsers install nothing from an address without TLS. */
        WITHOUT_TLS
    }

    public PortalApp {
        stores = List.copyOf(stores);
    }

    public boolean isInstallable() {
        return web != WebState.WITHOUT_TLS;
    }

    /** Empty while nothing is set up for this store. */
    public Optional<StoreApp> on(Platform platform) {
        return stores.stream().filter(app -> app.platform() == platform).findFirst();
    }

    /** The newest version that a store has; empty for a portal that is only a web app. */
    public Optional<String> version() {
        return stores.stream()
                .map(StoreApp::version)
                .filter(version -> !version.isEmpty())
                .max(StoreApp.BY_VERSION);
    }
}
