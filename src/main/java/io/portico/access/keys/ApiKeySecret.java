package io.portico.access.keys;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/**
 * The key itself: {@code portico_}, 256 random bits as 43 characters of base62, and six of their CRC-32. Secret scanners
 * find it by {@code portico_[0-9A-Za-z]{49}} and know by the checksum that it is one; what is mistyped or made up is
 * refused without asking the database. Only its SHA-256 is stored.
 */
public final class ApiKeySecret {
    private static final String PREFIX = "portico_";
    private static final int HINT_LENGTH = 4;
    private static final int BITS = 256;
    private static final int DIGITS = 43;
    private static final int CHECK_DIGITS = 6;
    private static final String BASE_62 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final Pattern FORM = Pattern.compile("portico_[0-9A-Za-z]{49}");
    private static final SecureRandom RANDOM = new SecureRandom();

    private final String text;

    private ApiKeySecret(String text) {
        this.text = text;
    }

    public static ApiKeySecret random() {
        return of(new BigInteger(BITS, RANDOM));
    }

    /** Of 32 bytes that are as good as random. */
    public static ApiKeySecret of(byte[] bits) {
        if (bits.length * Byte.SIZE != BITS) {
            throw new IllegalArgumentException("a key has 32 bytes, not " + bits.length);
        }
        return of(new BigInteger(1, bits));
    }

    private static ApiKeySecret of(BigInteger bits) {
        String digits = base62(bits, DIGITS);
        return new ApiKeySecret(PREFIX + digits + check(digits));
    }

    /** Empty when the text was never a key: of another form, or with a checksum that is not its own. */
    public static Optional<ApiKeySecret> parse(String text) {
        int end = PREFIX.length() + DIGITS;
        return FORM.matcher(text).matches() && text.substring(end).equals(check(text.substring(PREFIX.length(), end)))
                ? Optional.of(new ApiKeySecret(text))
                : Optional.empty();
    }

    /** The key, for the one place that hands it over. */
    public String reveal() {
        return text;
    }

    /** By what people tell keys apart: {@code portico_x7Kd}. Leaves 232 bits unknown. */
    String hint() {
        return text.substring(0, PREFIX.length() + HINT_LENGTH);
    }

    byte[] hash() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this JVM has no SHA-256, which every JVM must have", e);
        }
    }

    private static String check(String digits) {
        var crc = new CRC32();
        crc.update(digits.getBytes(StandardCharsets.US_ASCII));
        return base62(BigInteger.valueOf(crc.getValue()), CHECK_DIGITS);
    }

    private static String base62(BigInteger number, int length) {
        var text = new StringBuilder();
        BigInteger rest = number;
        for (int i = 0; i < length; i++) {
            BigInteger[] parts = rest.divideAndRemainder(BigInteger.valueOf(BASE_62.length()));
            text.append(BASE_62.charAt(parts[1].intValue()));
            rest = parts[0];
        }
        return text.reverse().toString();
    }

    /** Never the key, so that a log line cannot leak it. */
    @Override
    public String toString() {
        return "ApiKeySecret[hidden]";
    }
}
