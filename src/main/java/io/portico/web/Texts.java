package io.portico.web;

import io.portico.kernel.Labelled;
import io.portico.kernel.Language;
import java.text.NumberFormat;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.regex.Pattern;

/** Speaks one language: messages, numbers and times, in one time zone. */
public final class Texts {
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,12}");
    private static final Duration DAY = Duration.ofDays(1);

    private final Messages messages;
    private final Language language;
    private final ZoneId zone;
    private final Clock clock;

    Texts(Messages messages, Language language, ZoneId zone, Clock clock) {
        this.messages = messages;
        this.language = language;
        this.zone = zone;
        this.clock = clock;
    }

    public Language language() {
        return language;
    }

    public ZoneId zone() {
        return zone;
    }

    /** The message of this key; numbers among the arguments are grouped by the language's rule. */
    public String t(String key, Object... arguments) {
        return messages.say(language, key, arguments);
    }

    /** The sentence of a fact in the log, which may ask for the text as a number; the bare kind when no bundle knows it. */
    public String fact(String kind, String actor, String contact, String text) {
        long number = NUMBER.matcher(text).matches() ? Long.parseLong(text) : 0;
        return messages.find(language, "fact." + kind, actor, contact, text, number)
                .orElse(kind);
    }

    public String label(Labelled labelled) {
        return t(labelled.labelKey());
    }

    public String say(Notice notice) {
        return messages.find(language, notice.key(), notice.arguments().toArray())
                .orElse("");
    }

    public String number(long n) {
        return NumberFormat.getIntegerInstance(language.locale()).format(n);
    }

    /** Whole per cent; a dash when there is nothing to divide by. */
    public String percent(long part, long whole) {
        return whole == 0
                ? "–"
                : NumberFormat.getPercentInstance(language.locale()).format((double) part / whole);
    }

    public String date(Instant instant) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                .withLocale(language.locale())
                .format(instant.atZone(zone));
    }

    public String date(LocalDate day) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                .withLocale(language.locale())
                .format(day);
    }

    public String time(Instant instant) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(language.locale())
                .format(instant.atZone(zone));
    }

    /** How long ago or how far ahead, in one unit; a date when it is more than a day away. */
    public String near(Instant instant) {
        Duration ago = Duration.between(instant, clock.instant());
        if (ago.abs().compareTo(DAY) >= 0) {
            return date(instant);
        }
        return ago.isNegative() ? ahead(ago.negated()) : ago(ago);
    }

    /** How long ago, to the second while it is less than a minute. */
    public String since(Instant instant) {
        Duration ago = Duration.between(instant, clock.instant());
        if (ago.toMinutes() >= 1) {
            return near(instant);
        }
        return ago.toSeconds() < 1 ? t("time.just-now") : t("time.seconds-ago", ago.toSeconds());
    }

    /** How far ahead, to the second while it is less than a minute, and never too soon. */
    public String after(Duration delay) {
        Duration whole = Duration.ofSeconds(delay.toSeconds() + 1);
        return whole.toMinutes() < 1 ? t("time.in-seconds", whole.toSeconds()) : ahead(whole);
    }

    private String ago(Duration ago) {
        if (ago.toMinutes() < 1) {
            return t("time.just-now");
        }
        return ago.toHours() < 1 ? t("time.minutes-ago", ago.toMinutes()) : t("time.hours-ago", ago.toHours());
    }

    private String ahead(Duration ahead) {
        return ahead.toHours() < 1 ? t("time.in-minutes", ahead.toMinutes() + 1) : t("time.in-hours", ahead.toHours());
    }

    /** A length of whole minutes, in the largest unit that says it exactly: minutes, hours or days. */
    public String lasting(Duration length) {
        long minutes = length.toMinutes();
        if (minutes % DAY.toMinutes() == 0) {
            return t("time.days", length.toDays());
        }
        return minutes % 60 == 0 ? t("time.hours", length.toHours()) : t("time.minutes", minutes);
    }

    @Override
    public String toString() {
        return "Texts[" + language + ", " + zone + "]";
    }
}
