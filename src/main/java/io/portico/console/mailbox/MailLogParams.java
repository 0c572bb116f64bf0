package io.portico.console.mailbox;

import io.portico.kernel.Labelled;
import io.portico.kernel.MailId;
import io.portico.mail.MailLogFilter;
import io.portico.mail.MailOutcome;
import io.portico.mail.MailTemplate;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The mail log as its address says it; what makes no sense in it counts as not said.
 *
 * @param q part of an address
 * @param day as ISO 8601 writes it, in the workspace's time zone
 * @param before the mail below which the page begins
 */
public record MailLogParams(String q, String kind, String state, String day, String before) {
    private static final int LONGEST = 254;

    public MailLogParams(
            @Nullable String q,
            @Nullable String kind,
            @Nullable String state,
            @Nullable String day,
            @Nullable String before) {
        this.q = cut(q);
        this.kind = cut(kind);
        this.state = cut(state);
        this.day = cut(day);
        this.before = cut(before);
    }

    private static String cut(@Nullable String text) {
        String said = Objects.requireNonNullElse(text, "").strip();
        return said.length() <= LONGEST ? said : said.substring(0, LONGEST);
    }

    MailLogFilter filter(ZoneId zone) {
        return new MailLogFilter(
                Optional.of(q).filter(said -> !said.isEmpty()),
                Labelled.parse(MailTemplate.class, kind),
                MailOutcome.parse(state),
                date().map(day -> day.atStartOfDay(zone).toInstant()),
                date().map(day -> day.plusDays(1).atStartOfDay(zone).toInstant()));
    }

    Optional<MailId> start() {
        return MailId.parse(before);
    }

    boolean asksForAll() {
        return (q + kind + state + day).isEmpty();
    }

    /** The query of this log's address from the mail on, with its question mark; empty for the plain log. */
    String address(String start) {
        Map<String, String> said = new LinkedHashMap<>();
        said.put("q", q);
        said.put("kind", kind);
        said.put("state", state);
        said.put("day", day);
        said.put("before", start);
        String query = said.entrySet().stream()
                .filter(each -> !each.getValue().isEmpty())
                .map(each -> each.getKey() + "=" + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return query.isEmpty() ? "" : "?" + query;
    }

    private Optional<LocalDate> date() {
        try {
            return Optional.of(day)
                    .filter(said -> !said.isEmpty())
                    .map(LocalDate::parse)
                    .filter(date -> date.getYear() >= 1970 && date.getYear() <= 9999);
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
