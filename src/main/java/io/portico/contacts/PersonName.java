package io.portico.contacts;

import java.text.Normalizer;
import java.util.regex.Pattern;

/** First and last name, either of which may be empty. */
public record PersonName(String first, String last) {
    /** Longest part, in characters. */
    public static final int LONGEST_PART = 100;

    public static final PersonName NONE = new PersonName("", "");
    private static final Pattern HANGUL = Pattern.compile("[가-힣]");

    public PersonName {
        first = line(first);
        last = line(last);
        if (first.length() > LONGEST_PART || last.length() > LONGEST_PART) {
            throw new IllegalArgumentException("a name's part has at most 100 characters");
        }
    }

    /** As one line in the composed form: some systems write Korean letter by letter. */
    private static String line(String part) {
        return Normalizer.normalize(part, Normalizer.Form.NFC)
                .replaceAll("[\\p{Cntrl}\\s]+", " ")
                .strip();
    }

    public boolean isEmpty() {
        return first.isEmpty() && last.isEmpty();
    }

    /** As it is written: Korean names family name first and without a space. The database derives it the same way. */
    public String full() {
        boolean korean = HANGUL.matcher(first).find() && HANGUL.matcher(last).find();
        return korean ? last + first : (first + " " + last).strip();
    }
}
