package io.portico.console.outreach;

import io.portico.outreach.RunTiming;
import io.portico.web.ConsoleVisit;
import io.portico.web.Field;
import io.portico.web.FormErrors;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * When a run's mails are to leave, as it was typed.
 *
 * @param startsAt a date and time on the workspace's clocks, such as {@code 2026-03-29T09:00}; empty for now
 * @param spread over how many hours
 */
public record TimingForm(String startsAt, String spread) {
    static final TimingForm NOW = new TimingForm(null, null);

    private static final List<Integer> HOURS = List.of(0, 1, 2, 4, 8, 12, 24, 48, 72);

    public TimingForm(@Nullable String startsAt, @Nullable String spread) {
        this.startsAt = startsAt == null ? "" : startsAt.strip();
        this.spread = spread == null || spread.isBlank() ? "0" : spread.strip();
    }

    /** Empty when something is wrong, which the errors then say. */
    Optional<RunTiming> read(ConsoleVisit visit, Instant now, FormErrors errors) {
        Optional<Integer> hours =
                HOURS.stream().filter(each -> each.toString().equals(spread)).findFirst();
        if (hours.isEmpty()) {
            errors.put("spread", visit.t("timing.spread.unknown"));
        }
        Optional<Instant> start = startsAt.isEmpty() ? Optional.empty() : start(visit, now, errors);
        return hours.filter(each -> errors.isEmpty()).map(each -> new RunTiming(start, Duration.ofHours(each)));
    }

    private Optional<Instant> start(ConsoleVisit visit, Instant now, FormErrors errors) {
        ZoneId zone = visit.workspace().timeZone();
        try {
            LocalDateTime wanted = LocalDateTime.parse(startsAt);
            Optional<String> refusal = refusal(visit, wanted, zone, now);
            refusal.ifPresent(why -> errors.put("startsAt", why));
            // Of a time that comes twice, when clocks go back, the first.
            return refusal.isPresent()
                    ? Optional.empty()
                    : Optional.of(wanted.atZone(zone).toInstant());
        } catch (DateTimeParseException e) {
            errors.put("startsAt", visit.t("timing.at.unreadable", startsAt));
            return Optional.empty();
        }
    }

    private static Optional<String> refusal(ConsoleVisit visit, LocalDateTime wanted, ZoneId zone, Instant now) {
        if (zone.getRules().getValidOffsets(wanted).isEmpty()) {
            LocalDateTime next = zone.getRules().getTransition(wanted).getDateTimeAfter();
            return Optional.of(visit.t("timing.at.gap", text(wanted), text(next)));
        }
        Instant start = wanted.atZone(zone).toInstant();
        if (!start.isAfter(now)) {
            return Optional.of(visit.t("timing.at.past", text(LocalDateTime.ofInstant(now, zone))));
        }
        return start.isAfter(now.plus(RunTiming.LONGEST_DELAY))
                ? Optional.of(visit.t("timing.at.far", RunTiming.LONGEST_DELAY.toDays()))
                : Optional.empty();
    }

    private static String text(LocalDateTime time) {
        return time.toLocalDate() + " " + time.toLocalTime().withSecond(0).withNano(0);
    }

    Field at(ConsoleVisit visit, FormErrors errors) {
        return Field.text("startsAt", visit.t("timing.at"), startsAt, errors)
                .type("datetime-local")
                .hint(visit.t("timing.at.hint", visit.workspace().timeZone().getId()));
    }

    Field over(ConsoleVisit visit, FormErrors errors) {
        Stream<Field.Option> options =
                HOURS.stream().map(each -> new Field.Option(each.toString(), visit.t("timing.spread.hours", each)));
        return Field.select("spread", visit.t("timing.spread"), spread, options.toList(), errors);
    }
}
