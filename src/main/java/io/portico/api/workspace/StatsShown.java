package io.portico.api.workspace;

import io.portico.dashboard.Figure;
import io.portico.dashboard.Glance;
import io.portico.dashboard.Trend;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The dashboard's figures and their trend, all of the same moment. */
record StatsShown(Map<String, Long> figures, int days, List<Point> series) {
    /** The days from first to last, both included, in the workspace's time zone. */
    record Point(LocalDate from, LocalDate to, long invited, long joined) {
        static Point of(Trend.Point point) {
            return new Point(point.first(), point.last(), point.invited(), point.joined());
        }
    }

    static StatsShown of(Glance glance) {
        Map<String, Long> figures = new LinkedHashMap<>();
        Arrays.stream(Figure.values())
                .forEach(each -> figures.put(
                        each.name().toLowerCase(Locale.ROOT), glance.counts().of(each)));
        return new StatsShown(
                figures,
                glance.trend().range().days(),
                glance.trend().points().stream().map(Point::of).toList());
    }
}
