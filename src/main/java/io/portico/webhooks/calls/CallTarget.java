package io.portico.webhooks.calls;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/** An address of the web as people write it, {@code https://host[:port]/path?query}; where it leads is another matter. */
public record CallTarget(URI url) {
    private static final int LONGEST = 2000;

    public CallTarget {
        if (!isFit(url)) {
            throw new IllegalArgumentException("cannot be called: " + url);
        }
    }

    /** Empty for what is no such address: another scheme, no host, with a user or a fragment. */
    public static Optional<CallTarget> parse(String text) {
        try {
            URI url = new URI(text.strip());
            return text.length() <= LONGEST && isFit(url) ? Optional.of(new CallTarget(url)) : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private static boolean isFit(URI url) {
        return ("https".equalsIgnoreCase(url.getScheme()) || "http".equalsIgnoreCase(url.getScheme()))
                && url.getHost() != null
                && url.getRawUserInfo() == null
                && url.getRawFragment() == null
                && url.getPort() != 0
                && url.getPort() <= 65_535;
    }

    public boolean isSecure() {
        return "https".equalsIgnoreCase(url.getScheme());
    }

    /** As {@link java.net.InetAddress} takes it: an IPv6 address without brackets. */
    String host() {
        String host = url.getHost();
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }

    @Override
    public String toString() {
        return url.toString();
    }
}
