package io.portico.console.dashboard;

import io.portico.dashboard.FeedQuery;
import io.portico.web.AddressQuery;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    public ActivityParams(
            @Nullable String kind,
            @Nullable String q,
            @Nullable String from,
            @Nullable String to,
            @Nullable String before) {
        this.kind = AddressQuery.word(kind);
        this.q = AddressQuery.word(q);
        this.from = AddressQuery.word(from);
        this.to = AddressQuery.word(to);
        this.before = AddressQuery.word(before);
    }

    /** @param kinds those there are; another is not asked for */
    FeedQuery query(List<String> kinds, ZoneId zone) {
        return new FeedQuery(
                Optional.of(kind).filter(kinds::contains),
                q,
                AddressQuery.day(from).map(day -> day.atStartOfDay(zone).toInstant()),
                AddressQuery.day(to)
                        .map(day -> day.plusDays(1).atStartOfDay(zone).toInstant()));
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
        return AddressQuery.of(said);
    }
}
