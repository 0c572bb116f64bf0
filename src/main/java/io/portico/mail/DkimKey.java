package io.portico.mail;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;

/** A key just made; the private half is in clear, so it is sealed at once and forgotten. */
record DkimKey(String domain, String selector, KeyPair keys, Instant madeAt) {
    private static final int BITS = 2048;
    private static final int RANDOM_BYTES = 3;
    private static final DateTimeFormatter MONTH =
            DateTimeFormatter.ofPattern("yyyyMM").withZone(ZoneOffset.UTC);
    private static final SecureRandom RANDOM = new SecureRandom();

    static DkimKey make(String domain, Instant now) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(BITS);
            return new DkimKey(domain, selector(now), generator.generateKeyPair(), now);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK makes RSA keys", e);
        }
    }

    /**
     * {@code portico-202611-4f9a2c}: tells the key's age, and never meets another's, as two workspaces may share a domain
     * and a key may be replaced within a month.
     */
    private static String selector(Instant now) {
        byte[] random = new byte[RANDOM_BYTES];
        RANDOM.nextBytes(random);
        return "portico-" + MONTH.format(now) + "-" + HexFormat.of().formatHex(random);
    }

    /** Never the key. */
    @Override
    public String toString() {
        return "DkimKey[" + selector + "._domainkey." + domain + "]";
    }
}
