package io.portico;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Arrays;
import java.util.Base64;

/**
 * A security key with a browser around it, which answers as WebAuthn says, or wrongly where a test wants it. One
 * credential, ES256, no attestation.
 */
public final class SecurityKey {
    private static final int USER_PRESENT = 0x01;
    private static final int USER_VERIFIED = 0x04;
    private static final int CREDENTIAL = 0x40;

    private final byte[] id = new byte[16];
    private final KeyPair keys = keys();
    private byte[] userHandle = new byte[0];

    public String origin;
    public String relyingParty = "localhost";
    public boolean verifiesUser = true;
    public int count = 0;

    public SecurityKey(String origin) {
        this.origin = origin;
        new SecureRandom().nextBytes(id);
    }

    /** RegistrationResponseJSON. */
    public String register(String challenge, String user) {
        userHandle = Base64.getUrlDecoder().decode(user);
        byte[] client = client("webauthn.create", challenge);
        byte[] data = concat(authenticatorData(CREDENTIAL), credentialData());
        byte[] object = concat(
                bytes(0xa3),
                cbor("fmt"),
                cbor("none"),
                cbor("attStmt"),
                bytes(0xa0),
                cbor("authData"),
                bytes(0x59, data.length >> 8, data.length & 0xff),
                data);
        return """
                {"id":"%1$s","rawId":"%1$s","type":"public-key","clientExtensionResults":{},
                "response":{"clientDataJSON":"%2$s","attestationObject":"%3$s"}}""".formatted(text(id), text(client), text(object));
    }

    /** AuthenticationResponseJSON. */
    public String sign(String challenge) {
        return sign(challenge, userHandle);
    }

    public String sign(String challenge, byte[] saidUser) {
        byte[] client = client("webauthn.get", challenge);
        byte[] data = authenticatorData(0);
        return """
                {"id":"%1$s","rawId":"%1$s","type":"public-key","clientExtensionResults":{},
                "response":{"clientDataJSON":"%2$s","authenticatorData":"%3$s","signature":"%4$s","userHandle":"%5$s"}}""".formatted(
                text(id), text(client), text(data), text(signature(concat(data, sha256(client)))), text(saidUser));
    }

    private byte[] client(String type, String challenge) {
        return "{\"type\":\"%s\",\"challenge\":\"%s\",\"origin\":\"%s\",\"crossOrigin\":false}"
                .formatted(type, challenge, origin)
                .getBytes(StandardCharsets.UTF_8);
    }

    private byte[] authenticatorData(int flags) {
        int all = flags | USER_PRESENT | (verifiesUser ? USER_VERIFIED : 0);
        byte[] counter = ByteBuffer.allocate(4).putInt(count).array();
        return concat(sha256(relyingParty.getBytes(StandardCharsets.UTF_8)), bytes(all), counter);
    }

    private byte[] credentialData() {
        var point = ((ECPublicKey) keys.getPublic()).getW();
        byte[] cose = concat(
                bytes(0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21, 0x58, 0x20),
                unsigned(point.getAffineX()),
                bytes(0x22, 0x58, 0x20),
                unsigned(point.getAffineY()));
        return concat(new byte[16], bytes(0, id.length), id, cose);
    }

    private byte[] signature(byte[] signed) {
        try {
            Signature signature = Signature.getInstance("SHA256withECDSA");
            signature.initSign(keys.getPrivate());
            signature.update(signed);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static KeyPair keys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] unsigned(BigInteger number) {
        byte[] bytes = number.toByteArray();
        byte[] fixed = new byte[32];
        int length = Math.min(32, bytes.length);
        System.arraycopy(bytes, bytes.length - length, fixed, 32 - length, length);
        return fixed;
    }

    private static byte[] cbor(String text) {
        return concat(bytes(0x60 + text.length()), text.getBytes(StandardCharsets.US_ASCII));
    }

    private static byte[] bytes(int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }

    private static byte[] concat(byte[]... parts) {
        var all = new ByteArrayOutputStream();
        Arrays.stream(parts).forEach(all::writeBytes);
        return all.toByteArray();
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
