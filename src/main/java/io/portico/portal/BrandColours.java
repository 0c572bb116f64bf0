package io.portico.portal;

import java.util.regex.Pattern;

/**
 * A business's accent colour and the text colour that reads better on it, by contrast as WCAG 2.2 computes it. Either
 * black or white always reaches 4.5 to 1.
 */
record BrandColours(String accent, String text) {
    private static final Pattern COLOUR = Pattern.compile("#[0-9a-fA-F]{6}");
    private static final String OTHERWISE = "#2f5bd0";

    /** Anything but {@code #rrggbb} gives Portico's own accent. */
    static BrandColours of(String accent) {
        String colour = COLOUR.matcher(accent).matches() ? accent : OTHERWISE;
        double luminance = luminance(Integer.parseInt(colour.substring(1), 16));
        boolean whiteReadsBetter = 1.05 / (luminance + 0.05) >= (luminance + 0.05) / 0.05;
        return new BrandColours(colour, whiteReadsBetter ? "#fff" : "#000");
    }

    private static double luminance(int rgb) {
        return 0.2126 * linear(rgb >> 16 & 0xff) + 0.7152 * linear(rgb >> 8 & 0xff) + 0.0722 * linear(rgb & 0xff);
    }

    private static double linear(int channel) {
        double part = channel / 255.0;
        return part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
    }

    String css() {
        return ":root{--accent:" + accent + ";--accent-text:" + text + "}\n";
    }
}
