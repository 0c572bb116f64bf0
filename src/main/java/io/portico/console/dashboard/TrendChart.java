package io.portico.console.dashboard;

import io.portico.dashboard.Trend;
import io.portico.dashboard.Trend.Point;
import io.portico.web.Texts;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;

/**
 * A trend drawn as the data of an SVG of {@value #WIDTH} by {@value #HEIGHT} units, which the page stretches; words and
 * numbers stand beside it as text, so they never stretch. Every point is a pair of bars: single days are counts, and a
 * line between them would show what never was.
 *
 * @param invited the path of all bars of a series
 * @param scale the numbers at the lines from top to bottom
 */
public record TrendChart(
        String summary, String invited, String joined, List<String> scale, List<String> days, List<Spot> spots) {
    public static final int WIDTH = 1000;
    public static final int HEIGHT = 200;
    private static final int LABELS = 5;
    /** How much of a point's room its two bars take together. */
    private static final double FILLED = 0.7;

    /** One point of the trend: the strip that it can be pointed at, and what it says. */
    public record Spot(
            String x, String width, String title, String when, String invited, String joined, boolean empty) {}

    static TrendChart of(Trend trend, Texts texts) {
        long top = ceiling(trend.peak());
        return new TrendChart(
                texts.t("dashboard.trend.summary", trend.range().days(), trend.invited(), trend.joined()),
                bars(trend.points(), Point::invited, 0, top),
                bars(trend.points(), Point::joined, 1, top),
                List.of(texts.number(top), texts.number(top / 2), texts.number(0)),
                days(trend.points(), texts),
                spots(trend.points(), texts));
    }

    /** The least even number of one digit and zeros, or ten of them, that is not exceeded. */
    static long ceiling(long peak) {
        long unit = 1;
        while (unit * 10 < peak) {
            unit *= 10;
        }
        long steps = (peak + 2 * unit - 1) / (2 * unit);
        return Math.max(2, steps * 2 * unit);
    }

    private static String bars(List<Point> points, ToLongFunction<Point> number, int place, long top) {
        double room = (double) WIDTH / points.size();
        double width = room * FILLED / 2;
        var path = new StringBuilder();
        for (int i = 0; i < points.size(); i++) {
            double height = (double) HEIGHT * number.applyAsLong(points.get(i)) / top;
            if (height > 0) {
                double x = i * room + room * (1 - FILLED) / 2 + place * width;
                path.append(bar(x, height, width));
            }
        }
        return path.toString();
    }

    private static String bar(double x, double height, double width) {
        return "M" + coordinate(x) + " " + HEIGHT + "v-" + coordinate(height) + "h" + coordinate(width) + "V" + HEIGHT
                + "z";
    }

    private static List<String> days(List<Point> points, Texts texts) {
        return IntStream.range(0, LABELS)
                .mapToObj(i -> points.get(i * (points.size() - 1) / (LABELS - 1)))
                .map(point -> day(point.last(), texts))
                .toList();
    }

    private static List<Spot> spots(List<Point> points, Texts texts) {
        double room = (double) WIDTH / points.size();
        return IntStream.range(0, points.size())
                .mapToObj(i -> spot(points.get(i), i * room, room, texts))
                .toList();
    }

    private static Spot spot(Point point, double x, double width, Texts texts) {
        String when = point.first().equals(point.last())
                ? day(point.last(), texts)
                : texts.t("dashboard.trend.days", day(point.first(), texts), day(point.last(), texts));
        return new Spot(
                coordinate(x),
                coordinate(width),
                texts.t("dashboard.trend.spot", when, point.invited(), point.joined()),
                when,
                texts.number(point.invited()),
                texts.number(point.joined()),
                point.invited() == 0 && point.joined() == 0);
    }

    private static String coordinate(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }

    private static String day(LocalDate day, Texts texts) {
        return DateTimeFormatter.ofLocalizedPattern("MMMd")
                .withLocale(texts.language().locale())
                .format(day);
    }
}
