package io.portico.kernel;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A workspace's sub-domain: 2 to 40 of a-z, 0-9 and inner single dashes, and none of the names that are reserved or read
 * as if they were.
 */
public record Slug(@JsonValue String value) {
    private static final Pattern FORM = Pattern.compile("[a-z0-9](?:-?[a-z0-9]){1,39}");

    public Slug {
        if (fault(value).isPresent()) {
            throw new IllegalArgumentException("not a sub-domain: " + value);
        }
    }

    public static Optional<Slug> parse(String text) {
        return fault(text).isPresent() ? Optional.empty() : Optional.of(new Slug(text));
    }

    /** What is wrong with the text as a sub-domain; empty when nothing is. */
    public static Optional<SlugFault> fault(String text) {
        if (!FORM.matcher(text).matches() || text.length() > 40 || text.startsWith("xn-")) {
            return Optional.of(SlugFault.FORM);
        }
        if (ReservedNames.contain(text)) {
            return Optional.of(SlugFault.RESERVED);
        }
        return ReservedNames.areImitatedBy(text) ? Optional.of(SlugFault.MISLEADING) : Optional.empty();
    }

    @Override
    public String toString() {
        return value;
    }
}
