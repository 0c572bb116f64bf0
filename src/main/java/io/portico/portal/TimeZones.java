package io.portico.portal;

import io.portico.web.Field;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The time zones offered in a form: those named after a place, and UTC. */
final class TimeZones {
    private static final Pattern PLACE =
            Pattern.compile("(Africa|America|Antarctica|Arctic|Asia|Atlantic|Australia|Europe|Indian|Pacific)/.+|UTC");
    private static final List<Field.Option> ALL = ZoneId.getAvailableZoneIds().stream()
            .filter(zone -> PLACE.matcher(zone).matches())
            .sorted()
            .map(TimeZones::option)
            .toList();

    private TimeZones() {}

    static boolean isKnown(String zone) {
        return ZoneId.getAvailableZoneIds().contains(zone);
    }

    /** All zones after the first option; the one in use is among them even when it would not be offered. */
    static List<Field.Option> after(Field.Option first, String inUse) {
        List<Field.Option> options = new ArrayList<>();
        options.add(first);
        if (!inUse.isEmpty() && !PLACE.matcher(inUse).matches()) {
            options.add(option(inUse));
        }
        options.addAll(ALL);
        return options;
    }

    private static Field.Option option(String zone) {
        return new Field.Option(zone, zone.replace('_', ' '));
    }
}
