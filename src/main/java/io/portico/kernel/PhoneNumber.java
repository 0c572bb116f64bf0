package io.portico.kernel;

import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A telephone number as people write it, such as {@code +82 10-1234-5678}: shown and searched, never dialled by us.
 *
 * <p>{@link #parse} is lenient about the spelling: full-width digits, typographic dashes, dots and slashes are made
 * plain, runs of spaces become one. It does not know numbering plans.
 *
 * @param value at most 32 characters: digits, spaces, dashes, parentheses and one leading plus; at least 3 digits
 */
public record PhoneNumber(String value) {
    private static final int LONGEST = 32;
    private static final Pattern SHAPE = Pattern.compile("[+(]?[0-9(][0-9() +-]*");
    private static final Pattern DASH = Pattern.compile("[\u2010-\u2015\u2212]");
    /** Marks that phones put around a number that is copied. */
    private static final Pattern DIRECTION = Pattern.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069]");

    private static final Pattern SPACE = Pattern.compile("[./\\s]+");
    private static final Pattern PLUS_INSIDE = Pattern.compile("(?<!^|^\\()\\+");

    public PhoneNumber {
        if (!isNumber(value) || !value.equals(plain(value))) {
            throw new IllegalArgumentException("not a phone number in its stored form: " + value);
        }
    }

    /** Takes what somebody typed; empty when it is no phone number. */
    public static Optional<PhoneNumber> parse(String typed) {
        String value = typed.length() > 10 * LONGEST ? "" : plain(typed);
        return isNumber(value) ? Optional.of(new PhoneNumber(value)) : Optional.empty();
    }

    /** Only the digits, by which two spellings of a number are the same. */
    public String digits() {
        return value.replaceAll("[^0-9]", "");
    }

    @Override
    public String toString() {
        return value;
    }

    private static String plain(String typed) {
        String compatible = Normalizer.normalize(typed, Normalizer.Form.NFKC);
        String visible = DIRECTION.matcher(compatible).replaceAll("");
        String dashed = DASH.matcher(visible).replaceAll("-");
        return SPACE.matcher(dashed).replaceAll(" ").strip();
    }

    private static boolean isNumber(String value) {
        return value.length() <= LONGEST
                && SHAPE.matcher(value).matches()
                && !PLUS_INSIDE.matcher(value).find()
                && value.chars().filter(Character::isDigit).count() >= 3;
    }
}
