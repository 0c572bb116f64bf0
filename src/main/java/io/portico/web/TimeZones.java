package io.portico.web;

import io.portico.kernel.ZoneNames;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** The time zones to choose from in a form. */
public final class TimeZones {
    private static final List<Field.Option> OFFERED =
            ZoneNames.OFFERED.stream().map(TimeZones::option).toList();

    private TimeZones() {}

    /** Those {@link ZoneNames#OFFERED}, and the one in use even where it would not be offered, lest saving drops it. */
    public static List<Field.Option> options(String inUse) {
        List<Field.Option> options = new ArrayList<>(OFFERED);
        ZoneNames.parse(inUse)
                .filter(zone -> !ZoneNames.OFFERED.contains(zone))
                .ifPresent(zone -> options.addFirst(option(zone)));
        return options;
    }

    private static Field.Option option(ZoneId zone) {
        return new Field.Option(zone.getId(), zone.getId().replace('_', ' '));
    }
}
