package io.portico.console.dashboard;

import io.portico.dashboard.FeedQuery;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The list of activity as its address says it; what makes no sense in it counts as not said.
 *
 * @param q an IP address, or part of somebody's name or address
 * @param from the first day, as ISO 8601 writes it, in the workspace's time zone
 * @param to the last day
 * @param before the entry below which the page begins
 */
public record ActivityParams(String kind, String q, String from, String to, String before) {
    private static final int LONGEST = 254;

    public ActivityParams(
            @Nullable String kind,
            @Nullable String q,
            @Nullable String from,
            @Nullable String to,
            @Nullable String before) {
        this.kind = cut(kind);
        this.q = cut(q);
        this.from = cut(from);
        this.to = cut(to);
        this.before = cut(before);
    }

    private static String cut(@Nullable String text) {
        String said = Objects.requireNonNullElse(text, "");
        return said.length() <= LONGEST ? said : said.substring(0, LONGEST);
    }

    /** @param kinds those there are; another is not asked for */
    FeedQuery query(List<String> kinds, ZoneId zone) {
        return new FeedQuery(
                Optional.of(kind).filter(kinds::contains),
                q,
                day(from).map(day -> day.atStartOfDay(zone).toInstant()),
                day(to).map(day -> day.plusDays(1).atStartOfDay(zone).toInstant()));
    }

    Optional<Long> start() {
        return before.matches("[0-9]{1,18}") ? Optional.of(Long.valueOf(before)) : Optional.empty();
    }

    boolean asksForAll() {
        return address("").isEmpty();
    }

    /** The query of this list's address from the entry on, with its question mark; empty for the plain list. */
    String address(String start) {
        Map<String, String> said = new LinkedHashMap<>();
        said.put("kind", kind);
        said.put("q", q);
        said.put("from", from);
        said.put("to", to);
        said.put("before", start);
        String query = said.entrySet().stream()
                .filter(each -> !each.getValue().isEmpty())
                .map(each -> each.getKey() + "=" + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return query.isEmpty() ? "" : "?" + query;
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(text)
                    .filter(said -> !said.isEmpty())
                    .map(LocalDate::parse)
                    .filter(day -> day.getYear() >= 1970 && day.getYear() <= 9999);
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
