package io.portico.mail.content;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Remembers what was read for less than a second, so that a thousand mails a second cost one read and a change on any
 * node is followed within a second by all. Several who ask at the same moment may all read.
 */
final class ShortMemory<K, V> {
    private static final Duration TRUSTED = Duration.ofMillis(900);

    /** Workspaces that write mails at the same time; beyond that it begins anew. */
    private static final int MOST = 2_000;

    private final Map<K, Entry<V>> entries = new ConcurrentHashMap<>();
    private final Clock clock;

    ShortMemory(Clock clock) {
        this.clock = clock;
    }

    private record Entry<V>(V value, Instant readAt) {}

    V get(K key, Supplier<V> read) {
        Instant now = clock.instant();
        @Nullable Entry<V> known = entries.get(key);
        if (known != null && isFresh(known, now)) {
            return known.value();
        }
        if (entries.size() >= MOST) {
            entries.clear();
        }
        V value = read.get();
        entries.put(key, new Entry<>(value, now));
        return value;
    }

    /** A clock set back makes nothing fresh for longer. */
    private static boolean isFresh(Entry<?> entry, Instant now) {
        return !now.isBefore(entry.readAt()) && now.isBefore(entry.readAt().plus(TRUSTED));
    }
}
