package io.portico.bounces;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds a mail's mark in an address such as {@code bounces+0192…@example.com}. */
final class MarkInAddress {
    private static final Pattern MARKED = Pattern.compile("\\+([0-9a-fA-F]{52})@");

    private MarkInAddress() {}

    static Optional<String> find(String text) {
        Matcher found = MARKED.matcher(text);
        return found.find() ? Optional.of(found.group(1)) : Optional.empty();
    }
}
