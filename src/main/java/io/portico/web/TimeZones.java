package io.portico.web;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** The time zones to choose from in a form: all of the IANA database, by name. */
public final class TimeZones {
    private static final List<Field.Option> OPTIONS = ZoneId.getAvailableZoneIds().stream()
            .filter(id -> id.equals("UTC") || (id.contains("/") && !id.startsWith("SystemV/")))
            .sorted()
            .map(id -> new Field.Option(id, id.replace('_', ' ')))
            .toList();

    private TimeZones() {}

    public static List<Field.Option> options() {
        return OPTIONS;
    }

    /** Empty for what is none of {@link #options()}. */
    public static Optional<ZoneId> parse(String id) {
        try {
            return OPTIONS.stream().anyMatch(option -> option.value().equals(id))
                    ? Optional.of(ZoneId.of(id))
                    : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
