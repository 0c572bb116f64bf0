package io.portico.kernel;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** Makes UUIDs of version 7 (RFC 9562): 48 bits of milliseconds, then 74 random bits. */
public final class Uuid7 {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Pattern FORM = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private Uuid7() {}

    public static UUID next(Clock clock) {
        long high = (clock.millis() << 16) | 0x7000 | (RANDOM.nextLong() & 0x0FFF);
        long low = (RANDOM.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }

    /** What sorts before all that are made from that moment on, and behind all made before. */
    public static UUID first(Instant moment) {
        return new UUID(moment.toEpochMilli() << 16, 0);
    }

    /** Reads the canonical lower-case form only: {@link UUID#fromString} also takes shortened ones. */
    static Optional<UUID> parse(String text) {
        return FORM.matcher(text).matches() ? Optional.of(UUID.fromString(text)) : Optional.empty();
    }
}
