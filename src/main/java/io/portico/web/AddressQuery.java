package io.portico.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the address of a list says behind its question mark, read from people's hands and written again. */
public final class AddressQuery {
    private static final int LONGEST = 254;
    private static final int FIRST_YEAR = 1970;
    private static final int LAST_YEAR = 9999;

    private AddressQuery() {}

    /** Empty for what was not said; the beginning of what is too long. */
    public static String word(@Nullable String said) {
        String text = Objects.requireNonNullElse(said, "").strip();
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }

    /** A day as ISO 8601 writes it; empty for what is none. */
    public static Optional<LocalDate> day(String word) {
        try {
            return Optional.of(word)
                    .filter(said -> !said.isEmpty())
                    .map(LocalDate::parse)
                    .filter(day -> day.getYear() >= FIRST_YEAR && day.getYear() <= LAST_YEAR);
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /** With its question mark, in the order of the map; empty words are left out, and empty when all are. */
    public static String of(Map<String, String> words) {
        String query = words.entrySet().stream()
                .filter(each -> !each.getValue().isEmpty())
                .map(each -> each.getKey() + "=" + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return query.isEmpty() ? "" : "?" + query;
    }
}
