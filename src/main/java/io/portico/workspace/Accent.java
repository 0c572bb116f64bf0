package io.portico.workspace;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A workspace's colour, as {@code #2f5bd0}. Any colour can be one; whether white text on it can be read is
 * {@link #carriesWhiteText()}.
 */
public record Accent(String value) {
    /** What WCAG 2.2 AA asks of text of normal size (1.4.3). */
    public static final double NEEDED_CONTRAST = 4.5;

    private static final Pattern FORM = Pattern.compile("#[0-9a-f]{6}");

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

    /** The contrast ratio of white on this colour as WCAG 2.2 defines it, from 1 to 21. */
    public double contrastWithWhite() {
        double luminance = 0.2126 * linear(1) + 0.7152 * linear(3) + 0.0722 * linear(5);
        return 1.05 / (luminance + 0.05);
    }

    public boolean carriesWhiteText() {
        return contrastWithWhite() >= NEEDED_CONTRAST;
    }

    /** The colour of what is written on it: white where that can be read, else black, which then reads better still. */
    public String ink() {
        return carriesWhiteText() ? "#ffffff" : "#000000";
    }

    private double linear(int at) {
        double part = Integer.parseInt(value.substring(at, at + 2), 16) / 255.0;
        return part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
    }

    @Override
    public String toString() {
        return value;
    }
}
