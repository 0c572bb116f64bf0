package io.portico.api;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;

/** The tag of a representation (RFC 9110, 8.8.3): equal when all of it is. */
record EntityTag(String text) {
    private static final int BYTES = 15;

    static EntityTag of(byte[] representation) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(representation);
            String mark = Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(hash, BYTES));
            return new EntityTag('"' + mark + '"');
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this JVM has no SHA-256, which every JVM must have", e);
        }
    }

    /** Whether the value of {@code If-Match} or {@code If-None-Match} names this tag. */
    boolean isIn(String condition) {
        return condition.strip().equals("*")
                || Arrays.stream(condition.split(","))
                        .anyMatch(each -> each.strip().equals(text));
    }
}
