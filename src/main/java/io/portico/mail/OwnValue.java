package io.portico.mail;

import java.util.Optional;
import java.util.regex.Pattern;

/** A custom value that a workspace defined: {@code custom_values.opening_hours}. */
public record OwnValue(String key, String value) {
    /** How many a workspace may have. */
    public static final int MOST = 100;

    public static final int LONGEST_KEY = 40;
    public static final int LONGEST_VALUE = 500;
    private static final Pattern KEY = Pattern.compile("[a-z][a-z0-9_]{0,39}");

    public OwnValue {
        if (!isKey(key)
                || value.isEmpty()
                || value.length() > LONGEST_VALUE
                || !SingleLine.of(value).equals(value)) {
            throw new IllegalArgumentException("no custom value: " + key + " of " + value.length() + " characters");
        }
    }

    /** Small Latin letters, digits and underscores, a letter first. */
    public static boolean isKey(String typed) {
        return KEY.matcher(typed).matches();
    }

    /** What was typed, on one line; empty when nothing is left or it is too long. */
    public static Optional<String> valueOf(String typed) {
        return Optional.of(SingleLine.of(typed)).filter(line -> !line.isEmpty() && line.length() <= LONGEST_VALUE);
    }

    public CustomValue name() {
        return CustomValue.ofWorkspace(key);
    }
}
