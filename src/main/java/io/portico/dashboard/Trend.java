package io.portico.dashboard;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** How many were invited and joined, by day or week, the newest last; the last point ends today. */
public record Trend(TrendRange range, List<Point> points) {
    /** The days from {@code first} to {@code last}, both included. */
    public record Point(LocalDate first, LocalDate last, long invited, long joined) {}

    public Trend {
        points = List.copyOf(points);
    }

    static Trend of(Tallies tallies, TrendRange range, LocalDate today) {
        List<Point> points = new ArrayList<>();
        LocalDate earliest = today.minusDays(range.days() - 1L);
        for (LocalDate last = today; !last.isBefore(earliest); last = last.minusDays(range.step())) {
            LocalDate first = last.minusDays(range.step() - 1L);
            points.addFirst(point(tallies, first.isBefore(earliest) ? earliest : first, last));
        }
        return new Trend(range, points);
    }

    private static Point point(Tallies tallies, LocalDate first, LocalDate last) {
        long invited = 0;
        long joined = 0;
        for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
            invited += tallies.on(Figure.INVITED, day);
            joined += tallies.on(Figure.JOINED, day);
        }
        return new Point(first, last, invited, joined);
    }

    public long invited() {
        return points.stream().mapToLong(Point::invited).sum();
    }

    public long joined() {
        return points.stream().mapToLong(Point::joined).sum();
    }

    /** The largest number of any point, at least 1. */
    public long peak() {
        return points.stream()
                .mapToLong(point -> Math.max(point.invited(), point.joined()))
                .reduce(1, Math::max);
    }
}
