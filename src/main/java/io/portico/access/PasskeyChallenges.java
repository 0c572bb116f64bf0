package io.portico.access;

import io.portico.installation.ApplicationKey;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * The challenges that passkeys sign. Making one stores nothing: what is needed to recognise it travels, signed, in a
 * cookie of the browser that asked. It serves one purpose, for five minutes, once.
 */
@Component
class PasskeyChallenges {
    static final Duration LIFETIME = Duration.ofMinutes(5);
    private static final int BYTES = 32;
    private static final int MAC_BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    /**
     * A challenge.
     *
     * @param token what the browser keeps, to bring it back with the answer
     */
    record Challenge(byte[] bytes, Instant expiresAt, String token) {}

    private final ApplicationKey key;
    private final PasskeyStore store;
    private final Clock clock;

    PasskeyChallenges(ApplicationKey key, PasskeyStore store, Clock clock) {
        this.key = key;
        this.store = store;
        this.clock = clock;
    }

    /** @param purpose what it is for and for whom, such as {@code "confirm"} and a session's id */
    Challenge make(String purpose) {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        long end = clock.instant().plus(LIFETIME).getEpochSecond();
        byte[] token = ByteBuffer.allocate(BYTES + Long.BYTES + MAC_BYTES)
                .put(bytes)
                .putLong(end)
                .put(mac(purpose, bytes, end))
                .array();
        return new Challenge(
                bytes,
                Instant.ofEpochSecond(end),
                Base64.getUrlEncoder().withoutPadding().encodeToString(token));
    }

    /** Empty when it is not one of ours, for another purpose, or expired. */
    Optional<Challenge> read(String purpose, String token) {
        return decoded(token)
                .map(bytes -> {
                    byte[] challenge = Arrays.copyOf(bytes, BYTES);
                    long end = ByteBuffer.wrap(bytes).getLong(BYTES);
                    byte[] mac = Arrays.copyOfRange(bytes, BYTES + Long.BYTES, bytes.length);
                    return MessageDigest.isEqual(mac, mac(purpose, challenge, end))
                            ? new Challenge(challenge, Instant.ofEpochSecond(end), token)
                            : new Challenge(challenge, Instant.EPOCH, token);
                })
                .filter(challenge -> challenge.expiresAt().isAfter(clock.instant()));
    }

    /** True for one caller, once; asked only when the answer was right, so strangers leave nothing behind. */
    boolean spend(Challenge challenge) {
        return store.spend(challenge.bytes(), challenge.expiresAt(), clock.instant());
    }

    private byte[] mac(String purpose, byte[] challenge, long end) {
        return key.hmac(
                "passkey-challenge",
                purpose.getBytes(StandardCharsets.UTF_8),
                challenge,
                ByteBuffer.allocate(Long.BYTES).putLong(end).array());
    }

    private static Optional<byte[]> decoded(String token) {
        try {
            return Optional.of(Base64.getUrlDecoder().decode(token))
                    .filter(bytes -> bytes.length == BYTES + Long.BYTES + MAC_BYTES);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
