package io.portico.contacts.csv;

import java.text.Normalizer;
import java.util.regex.Pattern;

/** A cell as one line of text, in the composed form (macOS writes Korean names letter by letter). */
final class PlainText {
    private static final Pattern NOT_SHOWN =
            Pattern.compile("[\\p{Cc}\\p{Zl}\\p{Zp}\ufeff\u200b\u202a-\u202e\u2066-\u2069]+");
    private static final Pattern SPACES = Pattern.compile("[\\p{Zs}]+");
    private static final Pattern PLACEHOLDER = Pattern.compile("[-–—]+|n/?a|null|none|없음", Pattern.CASE_INSENSITIVE);

    private PlainText() {}

    static String of(String cell) {
        String line = NOT_SHOWN
                .matcher(Normalizer.normalize(cell, Normalizer.Form.NFC))
                .replaceAll(" ");
        return SPACES.matcher(line).replaceAll(" ").strip();
    }

    /** The first value of a cell that may hold several in Google's way, and nothing for a mere placeholder. */
    static String firstValue(String cell) {
        int next = cell.indexOf(":::");
        String first = (next < 0 ? cell : cell.substring(0, next)).strip();
        return PLACEHOLDER.matcher(first).matches() ? "" : first;
    }
}
