package io.portico.console.mailbox;

import io.portico.kernel.Labelled;
import io.portico.kernel.MailId;
import io.portico.mail.MailLogFilter;
import io.portico.mail.MailOutcome;
import io.portico.mail.MailTemplate;
import io.portico.web.AddressQuery;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The mail log as its address says it; what makes no sense in it counts as not said.
 *
 * @param q part of an address
 * @param day as ISO 8601 writes it, in the workspace's time zone
 * @param before the mail below which the page begins
 */
public record MailLogParams(String q, String kind, String state, String day, String before) {
    public MailLogParams(
            @Nullable String q,
            @Nullable String kind,
            @Nullable String state,
            @Nullable String day,
            @Nullable String before) {
        this.q = AddressQuery.word(q);
        this.kind = AddressQuery.word(kind);
        this.state = AddressQuery.word(state);
        this.day = AddressQuery.word(day);
        this.before = AddressQuery.word(before);
    }

    MailLogFilter filter(ZoneId zone) {
        return new MailLogFilter(
                Optional.of(q).filter(said -> !said.isEmpty()),
                Labelled.parse(MailTemplate.class, kind),
                MailOutcome.parse(state),
                AddressQuery.day(day).map(date -> date.atStartOfDay(zone).toInstant()),
                AddressQuery.day(day)
                        .map(date -> date.plusDays(1).atStartOfDay(zone).toInstant()));
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
        return AddressQuery.of(said);
    }
}
