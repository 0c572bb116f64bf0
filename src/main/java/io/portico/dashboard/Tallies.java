package io.portico.dashboard;

import io.portico.contacts.StandingChange;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Predicate;

/** How many contacts count for which figure on which day, or by how many that changed. */
final class Tallies {
    private final Map<Tally, Long> counts = new HashMap<>();

    /** Takes away what the contact counted for before, and adds what it counts for after. */
    void add(StandingChange change, ZoneId zone) {
        Tally.of(change.before(), zone).forEach(tally -> add(tally, -1));
        Tally.of(change.after(), zone).forEach(tally -> add(tally, 1));
    }

    void add(Tally tally, long n) {
        long sum = counts.getOrDefault(tally, 0L) + n;
        if (sum == 0) {
            counts.remove(tally);
        } else {
            counts.put(tally, sum);
        }
    }

    long sum(Figure figure, Predicate<LocalDate> days) {
        return counts.entrySet().stream()
                .filter(each -> each.getKey().figure() == figure
                        && days.test(each.getKey().day()))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    long on(Figure figure, LocalDate day) {
        return counts.getOrDefault(new Tally(figure, day), 0L);
    }

    void forEach(BiConsumer<Tally, Long> what) {
        counts.forEach(what);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Tallies that && counts.equals(that.counts);
    }

    @Override
    public int hashCode() {
        return counts.hashCode();
    }

    @Override
    public String toString() {
        return counts.toString();
    }
}
