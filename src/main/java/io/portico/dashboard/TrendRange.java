package io.portico.dashboard;

import io.portico.kernel.Labelled;

/** How far back a trend looks. */
public enum TrendRange implements Labelled {
    DAYS_30(30, 1),
    DAYS_90(90, 1),
    /** By week, as 365 single days are noise. */
    DAYS_365(365, 7);

    private final int days;
    private final int step;

    TrendRange(int days, int step) {
        this.days = days;
        this.step = step;
    }

    public int days() {
        return days;
    }

    /** How many days one point of the trend sums up. */
    int step() {
        return step;
    }

    /** The range of so many days; the shortest for any other text. */
    public static TrendRange ofDays(String days) {
        for (TrendRange range : values()) {
            if (Integer.toString(range.days).equals(days)) {
                return range;
            }
        }
        return DAYS_30;
    }
}
