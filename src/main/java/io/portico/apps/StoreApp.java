package io.portico.apps;

import io.portico.apps.PortalApp.Platform;
import io.portico.kernel.Labelled;
import io.portico.workspace.WebLink;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An app of the workspace in a store, as the workspace's operators describe it.
 *
 * @param appId iOS: the bundle id; Android: the package
 * @param signers iOS: the one team; Android: the SHA-256 fingerprints of the certificates, as {@code AB:CD:…}
 * @param version the newest in the store, empty when unknown
 * @param minimumVersion older ones are asked to update; empty for none
 * @param notes the operators' own
 */
public record StoreApp(
        Platform platform,
        StoreState state,
        String appId,
        List<String> signers,
        Optional<WebLink> link,
        String version,
        String minimumVersion,
        String notes) {
    public static final int LONGEST_NOTES = 500;
    public static final int MOST_SIGNERS = 5;

    /** Oldest first, number by number: 1.9 is older than 1.10. */
    static final Comparator<String> BY_VERSION = (one, other) -> Arrays.compare(numbers(one), numbers(other));

    private static final Pattern BUNDLE = Pattern.compile("[A-Za-z0-9-]{1,60}(?:\\.[A-Za-z0-9-]{1,60}){1,9}");
    private static final Pattern TEAM = Pattern.compile("[A-Z0-9]{10}");
    private static final Pattern PACKAGE = Pattern.compile("[A-Za-z]\\w{0,59}(?:\\.[A-Za-z]\\w{0,59}){1,9}");
    private static final Pattern FINGERPRINT = Pattern.compile("(?:[0-9A-F]{2}:){31}[0-9A-F]{2}");
    private static final Pattern VERSION = Pattern.compile("(?:\\d{1,6}(?:\\.\\d{1,6}){0,3})?");

    /** How far an app has come in its store. */
    public enum StoreState implements Labelled {
        SUBMITTED,
        LIVE,
        /** Taken out for now: links open the browser. */
        PAUSED
    }

    public StoreApp {
        signers = List.copyOf(signers);
        boolean right = platform != Platform.WEB
                && isAppId(platform, appId)
                && !signers.isEmpty()
                && signers.size() <= (platform == Platform.IOS ? 1 : MOST_SIGNERS)
                && signers.stream().allMatch(each -> isSigner(platform, each))
                && link.filter(each -> !isOfStore(platform, each)).isEmpty()
                && isVersion(version)
                && isVersion(minimumVersion)
                && notes.length() <= LONGEST_NOTES;
        if (!right) {
            throw new IllegalArgumentException("no app of a store: " + platform + " " + appId);
        }
    }

    public static boolean isAppId(Platform platform, String text) {
        return (platform == Platform.IOS ? BUNDLE : PACKAGE).matcher(text).matches();
    }

    public static boolean isSigner(Platform platform, String text) {
        return (platform == Platform.IOS ? TEAM : FINGERPRINT).matcher(text).matches();
    }

    /** Whether a link leads into the store of this platform. */
    public static boolean isOfStore(Platform platform, WebLink link) {
        String store = platform == Platform.IOS ? "https://apps.apple.com/" : "https://play.google.com/store/";
        return link.value().startsWith(store);
    }

    public static boolean isVersion(String text) {
        return VERSION.matcher(text).matches();
    }

    /** Whether links of the portal open it. */
    boolean opensLinks() {
        return state != StoreState.PAUSED;
    }

    private static int[] numbers(String version) {
        return Arrays.stream(version.split("\\.")).mapToInt(Integer::parseInt).toArray();
    }
}
