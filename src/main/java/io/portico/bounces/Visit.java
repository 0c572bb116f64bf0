package io.portico.bounces;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;

/**
 * How somebody comes to a door.
 *
 * @param secret what follows the provider's name in the path; empty when nothing does
 * @param authorization the header of that name
 */
record Visit(String secret, Optional<String> authorization) {
    boolean names(Optional<String> expected) {
        return same(expected, secret);
    }

    /** The password of HTTP's basic authentication; whatever the user's name. */
    boolean signsInWith(Optional<String> expected) {
        return secret.isEmpty()
                && authorization
                        .filter(header -> header.regionMatches(true, 0, "Basic ", 0, 6))
                        .map(header -> password(header.substring(6).strip()))
                        .filter(password -> same(expected, password))
                        .isPresent();
    }

    private static String password(String credentials) {
        try {
            String pair = new String(Base64.getDecoder().decode(credentials), StandardCharsets.UTF_8);
            return pair.substring(pair.indexOf(':') + 1);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    /** In a time that tells nothing about how much of it was right. */
    private static boolean same(Optional<String> expected, String given) {
        return expected.filter(secret -> MessageDigest.isEqual(bytes(secret), bytes(given)))
                .isPresent();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return "Visit[…]";
    }
}
