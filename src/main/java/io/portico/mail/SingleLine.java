package io.portico.mail;

/** Text made fit for one line: a header's value, a name within a sentence. */
public final class SingleLine {
    private SingleLine() {}

    /** Each run of unfit characters becomes one space; spaces around the whole go. */
    public static String of(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (isUnfit(text.charAt(i))) {
                return spaced(text).strip();
            }
        }
        return text.strip();
    }

    private static String spaced(String text) {
        var line = new StringBuilder(text.length());
        boolean within = false;
        for (int i = 0; i < text.length(); i++) {
            boolean unfit = isUnfit(text.charAt(i));
            if (!unfit) {
                line.append(text.charAt(i));
            } else if (!within) {
                line.append(' ');
            }
            within = unfit;
        }
        return line.toString();
    }

    /** Control characters, line and paragraph separators, and the marks that turn the direction of writing. */
    private static boolean isUnfit(char character) {
        return Character.isISOControl(character)
                || character >= 0x2028 && character <= 0x202E
                || character >= 0x2066 && character <= 0x2069
                || character == 0x200E
                || character == 0x200F;
    }
}
