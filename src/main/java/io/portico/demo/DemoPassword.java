package io.portico.demo;

import io.portico.installation.ApplicationKey;
import org.springframework.stereotype.Component;

/** The demo owner's password: made of the installation's key, so it is the same at every start and stored nowhere. */
@Component
class DemoPassword {
    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";
    private static final int GROUPS = 3;
    private static final int LETTERS_PER_GROUP = 4;

    private final ApplicationKey key;

    DemoPassword(ApplicationKey key) {
        this.key = key;
    }

    /** Twelve letters of 31, near 60 bits. */
    String text() {
        byte[] bits = key.hmac("demo-password");
        var text = new StringBuilder();
        for (int n = 0; n < GROUPS * LETTERS_PER_GROUP; n++) {
            if (n > 0 && n % LETTERS_PER_GROUP == 0) {
                text.append('-');
            }
            text.append(LETTERS.charAt(Byte.toUnsignedInt(bits[n]) % LETTERS.length()));
        }
        return text.toString();
    }
}
