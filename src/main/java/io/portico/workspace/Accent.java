package io.portico.workspace;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A workspace's colour, as {@code #2f5bd0}. Any colour can be one; how it goes with others is told by the contrast ratio
 * of WCAG 2.2, from 1 to 21.
 */
public record Accent(@JsonValue String value) {
    /** What WCAG 2.2 AA asks of text of normal size (1.4.3). */
    public static final double NEEDED_CONTRAST = 4.5;

    /** What WCAG 2.2 AA asks of buttons against what is around them (1.4.11). */
    public static final double NEEDED_AGAINST_GROUND = 3;

    private static final Pattern FORM = Pattern.compile("#[0-9a-f]{6}");
    private static final int STEPS = 100;

    // Below the pattern that checks them.
    public static final Accent WHITE = new Accent("#ffffff");
    public static final Accent BLACK = new Accent("#000000");

    /** The portal's ground in the dark, as {@code portal.css} has it. */
    public static final Accent NIGHT = new Accent("#101216");

    @JsonCreator
    public Accent {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not a colour such as #2f5bd0: " + value);
        }
    }

    /** Takes {@code #2F5BD0}, {@code 2f5bd0} and the short form {@code #25d}. */
    public static Optional<Accent> parse(String typed) {
        String digits = typed.strip().toLowerCase(Locale.ROOT).replaceFirst("^#", "");
        String full = digits.length() == 3 ? digits.replaceAll("(.)", "$1$1") : digits;
        return FORM.matcher("#" + full).matches() ? Optional.of(new Accent("#" + full)) : Optional.empty();
    }

    public double contrastWith(Accent other) {
        double own = luminance();
        double others = other.luminance();
        return (Math.max(own, others) + 0.05) / (Math.min(own, others) + 0.05);
    }

    public double contrastWithWhite() {
        return contrastWith(WHITE);
    }

    public boolean carriesWhiteText() {
        return contrastWithWhite() >= NEEDED_CONTRAST;
    }

    /** The colour of what is written on it: white where that can be read, else black, which then reads better still. */
    public String ink() {
        return carriesWhiteText() ? WHITE.value : BLACK.value;
    }

    public boolean standsOutFrom(Accent ground) {
        return contrastWith(ground) >= NEEDED_AGAINST_GROUND;
    }

    /** This colour, or the one nearest to it in the same hue that stands out from the ground. */
    public Accent mendedFor(Accent ground) {
        Accent towards = ground.luminance() > 0.5 ? BLACK : WHITE;
        Accent mended = this;
        for (int step = 1; !mended.standsOutFrom(ground) && step <= STEPS; step++) {
            mended = mixedWith(towards, step / (double) STEPS);
        }
        return mended;
    }

    private Accent mixedWith(Accent other, double share) {
        return new Accent(
                "#%02x%02x%02x".formatted(mixed(1, other, share), mixed(3, other, share), mixed(5, other, share)));
    }

    private int mixed(int at, Accent other, double share) {
        return (int) Math.round(part(at) * (1 - share) + other.part(at) * share);
    }

    private double luminance() {
        return 0.2126 * linear(1) + 0.7152 * linear(3) + 0.0722 * linear(5);
    }

    private double linear(int at) {
        double part = part(at) / 255.0;
        return part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
    }

    private int part(int at) {
        return Integer.parseInt(value.substring(at, at + 2), 16);
    }

    @Override
    public String toString() {
        return value;
    }
}
