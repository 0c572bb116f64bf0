package io.portico.web;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where to go after a detour such as signing in: an absolute path on this same site. A list of what is allowed, not of
 * what is forbidden: schemes, hosts, doubled slashes, backslashes, dot segments, spaces, control characters, fragments
 * and escapes within the path are all refused.
 */
public final class ReturnPath {
    private static final int LONGEST = 1000;
    private static final String SEGMENT = "[A-Za-z0-9_~-][A-Za-z0-9._~-]*";
    private static final Pattern FORM = Pattern.compile("/(?:" + SEGMENT + "(?:/" + SEGMENT + ")*/?)?"
            + "(?:\\?(?:[A-Za-z0-9._~=&+,:@-]|%[2-9A-Fa-f][0-9A-Fa-f])*)?");

    private ReturnPath() {}

    /** The path as it was given; empty when it could lead anywhere else. */
    public static Optional<String> parse(String path) {
        return path.length() <= LONGEST && FORM.matcher(path).matches() ? Optional.of(path) : Optional.empty();
    }

    /** The path as it was given, or the start of the site. */
    public static String orStart(String path) {
        return parse(path).orElse("/");
    }
}
