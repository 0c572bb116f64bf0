package io.portico.mail.content;

import java.util.regex.Pattern;

/**
 * A workspace's colour, as a mail may carry it: {@code #rrggbb}, and nothing that CSS would read as more than a colour.
 */
public record Accent(String css) {
    private static final Pattern FORM = Pattern.compile("#[0-9a-fA-F]{6}");
    private static final String DEFAULT = "#2f5bd0";
    private static final String DARK_INK = "#111827";

    public Accent {
        css = FORM.matcher(css).matches() ? css : DEFAULT;
    }

    /** The colour of letters upon it: white where that can be read (WCAG 2.2: 4.5 to 1), else nearly black. */
    public String ink() {
        return 1.05 / (luminance() + 0.05) >= 4.5 ? "#ffffff" : DARK_INK;
    }

    private double luminance() {
        return 0.2126 * light(1) + 0.7152 * light(3) + 0.0722 * light(5);
    }

    private double light(int start) {
        double share = Integer.parseInt(css.substring(start, start + 2), 16) / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }
}
