package io.portico.access;

import io.portico.installation.ApplicationKey;
import io.portico.kernel.OperatorId;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/**
 * Encrypts keys of authenticator apps with the installation's key (AES-256-GCM), bound to their operator: what was
 * sealed for one opens for nobody else.
 */
@Component
class TotpSeal {
    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final SecretKeySpec key;

    TotpSeal(ApplicationKey key) {
        this.key =
                new SecretKeySpec(key.hmac("operator-totp", "encryption".getBytes(StandardCharsets.US_ASCII)), "AES");
    }

    byte[] seal(OperatorId operator, TotpKey plain) {
        byte[] nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, operator, nonce).doFinal(plain.bytes());
            return ByteBuffer.allocate(nonce.length + sealed.length)
                    .put(nonce)
                    .put(sealed)
                    .array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has " + CIPHER, e);
        }
    }

    /** Empty when it was sealed with another key, for another operator, or not at all. */
    Optional<TotpKey> open(OperatorId operator, byte[] sealed) {
        if (sealed.length <= NONCE_BYTES) {
            return Optional.empty();
        }
        byte[] nonce = Arrays.copyOf(sealed, NONCE_BYTES);
        try {
            return Optional.of(TotpKey.of(cipher(Cipher.DECRYPT_MODE, operator, nonce)
                    .doFinal(sealed, NONCE_BYTES, sealed.length - NONCE_BYTES)));
        } catch (GeneralSecurityException e) {
            return Optional.empty();
        }
    }

    private Cipher cipher(int mode, OperatorId operator, byte[] nonce) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(CIPHER);
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(operator.toString().getBytes(StandardCharsets.US_ASCII));
        return cipher;
    }
}
