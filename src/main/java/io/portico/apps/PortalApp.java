package io.portico.apps;

import io.portico.kernel.Labelled;
import io.portico.workspace.Accent;
import java.util.List;
import java.util.Optional;

/**
 * A workspace's portal as an app under its own name.
 *
 * @param initial the letter that stands for the icon until there is one
 * @param version empty until the app is published
 */
public record PortalApp(
        String name, String initial, Accent colour, List<OnPlatform> platforms, Optional<String> version) {
    /** Where the app can run. */
    public enum Platform implements Labelled {
        WEB,
        IOS,
        ANDROID
    }

    /** How far the app has come on a platform. */
    public enum PlatformState implements Labelled {
        /** Runs in the browser; it cannot be put on a home screen yet. */
        IN_BROWSER,
        NOT_SET_UP
    }

    /** The app on one platform; the address that opens or installs it, where there is one. */
    public record OnPlatform(Platform platform, PlatformState state, Optional<String> address) {}

    public PortalApp {
        platforms = List.copyOf(platforms);
    }
}
