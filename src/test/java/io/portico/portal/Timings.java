package io.portico.portal;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

/**
 * How long requests of several kinds took, in nanoseconds. Two of the kinds are controls: truly alike. What a difference
 * of medians may be without meaning anything is read from them: their samples are dealt into two groups at random, a
 * thousand times over, and the medians of those differ by chance alone.
 */
final class Timings {
    private static final int DEALS = 1_000;

    /** Chance goes beyond so many standard deviations once in sixteen thousand comparisons. */
    private static final double DEVIATIONS = 4;

    private final Map<String, List<Long>> samples = new LinkedHashMap<>();
    private final String control;
    private final String otherControl;

    Timings(String control, String otherControl) {
        this.control = control;
        this.otherControl = otherControl;
    }

    void add(String kind, long nanos) {
        samples.computeIfAbsent(kind, any -> new ArrayList<>()).add(nanos);
    }

    /** By how much each kind's median differs from that of the controls, in microseconds. */
    Map<String, Long> differences() {
        double usual = median(controls());
        Map<String, Long> differences = new LinkedHashMap<>();
        samples.forEach((kind, times) -> differences.put(kind, Math.round((median(times) - usual) / 1_000)));
        return differences;
    }

    /** The largest difference that chance explains, in microseconds. */
    long noise() {
        List<Long> all = new ArrayList<>(controls());
        var random = new Random(7);
        int half = all.size() / 2;
        double squares = 0;
        for (int i = 0; i < DEALS; i++) {
            Collections.shuffle(all, random);
            double difference = median(all.subList(0, half)) - median(all.subList(half, all.size()));
            squares += difference * difference;
        }
        return (long) Math.ceil(DEVIATIONS * Math.sqrt(squares / DEALS) / 1_000);
    }

    private List<Long> controls() {
        return Stream.of(control, otherControl)
                .flatMap(kind -> samples.getOrDefault(kind, List.of()).stream())
                .toList();
    }

    private static double median(List<Long> times) {
        List<Long> sorted = times.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2.0;
    }

    @Override
    public String toString() {
        return samples.getOrDefault(control, List.of()).size() + " samples a kind, usual median "
                + Math.round(median(controls()) / 1_000) + " µs, differences " + differences() + " µs, noise up to "
                + noise() + " µs";
    }
}
