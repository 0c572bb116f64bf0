package io.portico.kernel;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Time zones by their names in the IANA database. A zone can be any of them, also one under an old name such as
 * {@code ROK}; offered to people are those named after a place, and UTC. An offset such as {@code GMT+9} is none: it says
 * nothing of summer time.
 */
public final class ZoneNames {
    private static final Pattern PLACE =
            Pattern.compile("(Africa|America|Antarctica|Arctic|Asia|Atlantic|Australia|Europe|Indian|Pacific)/.+|UTC");
    private static final Map<String, ZoneId> ZONES = ZoneId.getAvailableZoneIds().stream()
            .collect(Collectors.toUnmodifiableMap(id -> id.toLowerCase(Locale.ROOT), ZoneId::of));

    /** Those to choose from, by name. */
    public static final List<ZoneId> OFFERED = ZONES.values().stream()
            .filter(zone -> PLACE.matcher(zone.getId()).matches())
            .sorted((one, other) -> one.getId().compareTo(other.getId()))
            .toList();

    private ZoneNames() {}

    /** In whatever case; empty for what is none. */
    public static Optional<ZoneId> parse(String name) {
        return Optional.ofNullable(ZONES.get(name.strip().toLowerCase(Locale.ROOT)));
    }
}
