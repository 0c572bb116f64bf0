package io.portico.workspace.images;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A picture that Portico encoded itself: a PNG without metadata. Two of the same content have the same hash. */
public record Picture(PictureSize size, byte[] png) {
    /** SHA-256 of the content in hex: the picture's name in the database and in addresses. */
    public String hash() {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(png));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
