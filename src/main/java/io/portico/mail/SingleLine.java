package io.portico.mail;

import java.util.regex.Pattern;

/** Text made fit for one line: a header's value, a name within a sentence. */
public final class SingleLine {
    /** Control characters, line and paragraph separators, and the marks that turn the direction of writing. */
    private static final Pattern UNFIT = Pattern.compile("[\\p{Cc}\\u2028-\\u202E\\u2066-\\u2069\\u200E\\u200F]+");

    private SingleLine() {}

    /** Each run of unfit characters becomes one space; spaces around the whole go. */
    public static String of(String text) {
        return UNFIT.matcher(text).replaceAll(" ").strip();
    }
}
