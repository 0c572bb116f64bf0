package io.portico.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Chance that falls the same way each time: one seed, one story. */
final class Dice {
    private final Random random;

    Dice(long seed) {
        this.random = new Random(seed);
    }

    boolean chance(double of1) {
        return random.nextDouble() < of1;
    }

    /** From 0 up to, but not including, {@code end}. */
    int below(int end) {
        return random.nextInt(end);
    }

    /** From {@code first} to {@code last}, both included. */
    int between(int first, int last) {
        return first + random.nextInt(last - first + 1);
    }

    <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    <T> void shuffle(List<T> list) {
        Collections.shuffle(list, random);
    }

    /** Around the median, seldom more than eight times as long. */
    Duration about(Duration median) {
        double factor = Math.exp(random.nextGaussian() * 0.9);
        return Duration.ofMillis((long) (median.toMillis() * factor));
    }

    /** A moment between both. */
    Instant between(Instant start, Instant end) {
        long millis = Math.max(1, Duration.between(start, end).toMillis());
        return start.plusMillis(random.nextLong(millis));
    }
}
