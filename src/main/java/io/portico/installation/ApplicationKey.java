package io.portico.installation;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The installation's secret key, from which every purpose derives a key of its own. It comes from
 * {@code PORTICO_SECRET} (base64, at least 32 bytes), else from {@code secret.key} in the data folder, made there once
 * from 32 random bytes.
 *
 * <p>Nodes of one installation must share the key: with more than one node, or a database of the host's own whose node
 * may be replaced, set the same {@code PORTICO_SECRET} everywhere. With another key everything signed or hashed under
 * the old one (codes, cookies, pending set-up links) is no longer recognised.
 */
public final class ApplicationKey {
    private static final String ALGORITHM = "HmacSHA256";
    private static final int LEAST_BYTES = 32;

    private final byte[] secret;

    private ApplicationKey(byte[] secret) {
        this.secret = secret;
    }

    static ApplicationKey of(Optional<String> setting, PrivateFile file) {
        return new ApplicationKey(setting.map(ApplicationKey::given).orElseGet(() -> kept(file)));
    }

    /**
     * HMAC-SHA-256 (RFC 2104) over the parts, each with its length before it, so that no two lists of parts agree.
     *
     * @param purpose a constant such as {@code "login-code"}; what was signed for one purpose is worthless for another
     * @return 32 bytes, the same for the same key, purpose and parts
     */
    public byte[] hmac(String purpose, byte[]... parts) {
        Mac mac = mac(mac(secret).doFinal(("portico/" + purpose).getBytes(StandardCharsets.UTF_8)));
        for (byte[] part : parts) {
            mac.update(ByteBuffer.allocate(Integer.BYTES).putInt(part.length).array());
            mac.update(part);
        }
        return mac.doFinal();
    }

    /** Encrypts for this purpose; what was sealed for one opens for no other. */
    public Seal seal(String purpose) {
        return new Seal(hmac(purpose, "encryption".getBytes(StandardCharsets.US_ASCII)));
    }

    private static byte[] given(String base64) {
        return decoded(base64)
                .orElseThrow(() -> Setting.SECRET.refused(
                        "…", "it must be at least 32 random bytes in base64, as `openssl rand -base64 32` prints"));
    }

    private static byte[] kept(PrivateFile file) {
        return decoded(file.textOr(ApplicationKey::random))
                .orElseThrow(() -> Setting.DATA.refused(
                        file.path().toString(), "the key in this file is damaged; restore it from a backup"));
    }

    private static Optional<byte[]> decoded(String base64) {
        try {
            return Optional.of(Base64.getDecoder().decode(base64)).filter(bytes -> bytes.length >= LEAST_BYTES);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    static String random() {
        byte[] bytes = new byte[LEAST_BYTES];
        new SecureRandom().nextBytes(bytes);
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static Mac mac(byte[] key) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has " + ALGORITHM, e);
        }
    }
}
