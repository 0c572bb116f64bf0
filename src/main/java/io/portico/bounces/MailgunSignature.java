package io.portico.bounces;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import tools.jackson.databind.JsonNode;

/** What Mailgun signs with HMAC-SHA-256: a time in seconds and a token, one behind the other, but not the event itself. */
record MailgunSignature(String timestamp, String token, String signature) {
    /** Mailgun tries for eight hours, and does not say that it signs anew each time. */
    static final Duration OLDEST = Duration.ofHours(12);

    private static final Duration EARLIEST = Duration.ofMinutes(5);

    static MailgunSignature in(JsonNode news) {
        JsonNode signature = news.path("signature");
        return new MailgunSignature(
                signature.path("timestamp").asString(""),
                signature.path("token").asString(""),
                signature.path("signature").asString(""));
    }

    boolean isOf(String key) {
        return MessageDigest.isEqual(
                HexFormat.of().formatHex(hmac(key)).getBytes(StandardCharsets.US_ASCII),
                signature.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8));
    }

    boolean isFresh(Instant now) {
        try {
            Instant signed = Instant.ofEpochSecond(Long.parseLong(timestamp));
            return signed.isAfter(now.minus(OLDEST)) && signed.isBefore(now.plus(EARLIEST));
        } catch (NumberFormatException | DateTimeException e) {
            return false;
        }
    }

    private byte[] hmac(String key) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return mac.doFinal((timestamp + token).getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has HmacSHA256", e);
        }
    }
}
