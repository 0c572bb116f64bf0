package io.portico.access;

import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The key that an operator's authenticator app shares with Portico. Codes by RFC 6238 as all such apps understand them:
 * HMAC-SHA-1, steps of 30 seconds, 6 digits. A code of the step before and after is taken too.
 */
public final class TotpKey {
    static final Duration STEP = Duration.ofSeconds(30);
    private static final int BYTES = 20;
    private static final int TOLERATED_STEPS = 1;
    private static final String ALGORITHM = "HmacSHA1";
    private static final char[] BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".toCharArray();
    private static final SecureRandom RANDOM = new SecureRandom();

    private final byte[] bytes;

    private TotpKey(byte[] bytes) {
        this.bytes = bytes;
    }

    static TotpKey random() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return new TotpKey(bytes);
    }

    static TotpKey of(byte[] bytes) {
        return new TotpKey(bytes.clone());
    }

    byte[] bytes() {
        return bytes.clone();
    }

    /** The key to be typed into an app: base32 (RFC 4648) in groups of four. */
    public String typed() {
        return base32().replaceAll("(.{4})(?=.)", "$1 ");
    }

    /** What the QR code says: the key URI format that authenticator apps read. */
    public String uri(String issuer, String account) {
        return "otpauth://totp/%s:%s?secret=%s&issuer=%s"
                .formatted(encoded(issuer), encoded(account), base32(), encoded(issuer));
    }

    /** The six digits of a time step. */
    String code(long step) {
        byte[] hash =
                mac().doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
        int offset = hash[hash.length - 1] & 0x0f;
        int number = ByteBuffer.wrap(hash).getInt(offset) & 0x7fff_ffff;
        return "%06d".formatted(number % 1_000_000);
    }

    /** The time step after {@code last}, of now or beside it, whose code this is. */
    OptionalLong stepOf(String typed, Instant now, long last) {
        byte[] digits = typed.getBytes(StandardCharsets.UTF_8);
        long step = step(now);
        return LongStream.rangeClosed(step - TOLERATED_STEPS, step + TOLERATED_STEPS)
                .filter(each -> each > last)
                .filter(each -> MessageDigest.isEqual(digits, code(each).getBytes(StandardCharsets.UTF_8)))
                .findFirst();
    }

    static long step(Instant now) {
        return Math.floorDiv(now.getEpochSecond(), STEP.toSeconds());
    }

    private String base32() {
        var text = new StringBuilder();
        for (int bit = 0; bit < bytes.length * 8; bit += 5) {
            long five = ByteBuffer.wrap(Arrays.copyOfRange(bytes, bit / 8, bit / 8 + Short.BYTES))
                            .getShort()
                    & 0xffff;
            text.append(BASE32[(int) (five >> (11 - bit % 8)) & 0x1f]);
        }
        return text.toString();
    }

    private Mac mac() {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(bytes, ALGORITHM));
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has " + ALGORITHM, e);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** Never the key, so that a log line cannot leak it. */
    @Override
    public String toString() {
        return "TotpKey[hidden]";
    }
}
