package io.portico.kernel;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** A workspace's sub-domain: 2 to 40 of a-z, 0-9 and inner single dashes, and none of the reserved names. */
public record Slug(@JsonValue String value) {
    private static final Pattern FORM = Pattern.compile("[a-z0-9](?:-?[a-z0-9]){1,39}");
    private static final Set<String> RESERVED = Set.of(
            "www",
            "api",
            "app",
            "admin",
            "console",
            "portal",
            "portico",
            "mail",
            "smtp",
            "imap",
            "ftp",
            "ns1",
            "ns2",
            "static",
            "assets",
            "cdn",
            "status",
            "help",
            "support",
            "docs",
            "blog",
            "login",
            "signin",
            "sign-in",
            "auth",
            "account",
            "accounts",
            "billing",
            "security",
            "abuse",
            "postmaster",
            "webmaster",
            "hostmaster",
            "localhost",
            "root",
            "test",
            "internal",
            "dns",
            "autodiscover",
            "autoconfig",
            "mta-sts");

    public Slug {
        if (!isValid(value)) {
            throw new IllegalArgumentException("not a sub-domain: " + value);
        }
    }

    public static Optional<Slug> parse(String text) {
        return isValid(text) ? Optional.of(new Slug(text)) : Optional.empty();
    }

    private static boolean isValid(String text) {
        return FORM.matcher(text).matches()
                && text.length() <= 40
                && !text.startsWith("xn-")
                && !RESERVED.contains(text);
    }

    @Override
    public String toString() {
        return value;
    }
}
