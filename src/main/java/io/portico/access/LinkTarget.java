package io.portico.access;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where a magic link leads once it is spent: an absolute path within the same portal, never another site. Refused are
 * schemes, hosts, doubled slashes, backslashes, encoded slashes and dots, dot segments, control characters and spaces.
 */
public record LinkTarget(String path) {
    private static final int LONGEST = 500;
    private static final Pattern FORM =
            Pattern.compile("/(?:[A-Za-z0-9_~-][A-Za-z0-9._~-]*(?:/[A-Za-z0-9_~-][A-Za-z0-9._~-]*)*/?)?"
                    + "(?:\\?[A-Za-z0-9._~=&+-]*)?");

    // Below the pattern that checks it.
    public static final LinkTarget HOME = new LinkTarget("/");

    public LinkTarget {
        if (!isValid(path)) {
            throw new IllegalArgumentException("not a path within the portal: " + path);
        }
    }

    public static Optional<LinkTarget> parse(String path) {
        return isValid(path) ? Optional.of(new LinkTarget(path)) : Optional.empty();
    }

    private static boolean isValid(String path) {
        return path.length() <= LONGEST && FORM.matcher(path).matches();
    }
}
