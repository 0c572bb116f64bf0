package io.portico.kernel;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * 256 random bits that open something, written as 43 characters of base64url. Lives in memory and in the mail or page
 * that hands it over; the database keeps {@link #hash()} alone.
 */
public final class Secret {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{43}");

    private final String text;

    private Secret(String text) {
        this.text = text;
    }

    public static Secret random() {
        byte[] bits = new byte[32];
        RANDOM.nextBytes(bits);
        return new Secret(Base64.getUrlEncoder().withoutPadding().encodeToString(bits));
    }

    /** Empty when the text cannot be a secret: cut off, padded or of other characters. */
    public static Optional<Secret> parse(String text) {
        return FORM.matcher(text).matches() ? Optional.of(new Secret(text)) : Optional.empty();
    }

    /** The secret itself, for the one place that hands it over. */
    public String reveal() {
        return text;
    }

    /** SHA-256 of the text: enough for 256 random bits, which nobody guesses. */
    public byte[] hash() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this JVM has no SHA-256, which every JVM must have", e);
        }
    }

    /** Never the secret, so that a log line cannot leak it. */
    @Override
    public String toString() {
        return "Secret[hidden]";
    }
}
