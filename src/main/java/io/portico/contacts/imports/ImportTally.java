package io.portico.contacts.imports;

import java.util.Map;

/** How many rows got which verdict so far. */
public record ImportTally(Map<ImportVerdict, Long> counts) {
    public ImportTally {
        counts = Map.copyOf(counts);
    }

    public long of(ImportVerdict verdict) {
        return counts.getOrDefault(verdict, 0L);
    }

    public long all() {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }
}
