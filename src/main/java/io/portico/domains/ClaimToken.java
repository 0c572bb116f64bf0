package io.portico.domains;

import java.security.SecureRandom;
import java.util.regex.Pattern;

/**
 * What a workspace puts into DNS to prove that it rules a domain. Made for one workspace and one claim: another's, or an
 * earlier one's, proves nothing. No secret, since DNS shows it to everybody.
 */
public record ClaimToken(String value) {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String LETTERS = "abcdefghijkmnpqrstuvwxyz23456789";
    private static final int LENGTH = 28;
    private static final Pattern FORM = Pattern.compile("[a-z2-9]{28}");

    public ClaimToken {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not a token: " + value);
        }
    }

    static ClaimToken random() {
        var text = new StringBuilder(LENGTH);
        for (int i = 0; i < LENGTH; i++) {
            text.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
        }
        return new ClaimToken(text.toString());
    }

    /** The text record as it must stand in DNS. */
    public String record() {
        return "portico-verification=" + value;
    }
}
