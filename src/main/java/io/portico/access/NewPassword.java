package io.portico.access;

import java.text.Normalizer;

/**
 * A password that {@link Passwords#check} accepted; nobody else makes one, so what is stored was always checked. In
 * NFKC, so that the same keys match whichever way a keyboard composes its characters.
 */
public final class NewPassword {
    private final String text;

    NewPassword(String normalized) {
        this.text = normalized;
    }

    String text() {
        return text;
    }

    static String normalized(String typed) {
        return Normalizer.normalize(typed, Normalizer.Form.NFKC);
    }

    /** Never the password, so that a log line cannot leak it. */
    @Override
    public String toString() {
        return "NewPassword[hidden]";
    }
}
