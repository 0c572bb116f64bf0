package io.portico.workspace.images;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.ImageIO;

/** Files for uploads, good and bad. */
public final class Uploads {
    private static final int BEFORE_CHUNKS = 33;

    private Uploads() {}

    public static byte[] png(int width, int height, Color colour) {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        for (int x = 0; x < width; x++) {
            for (int y = 0; y < height; y++) {
                image.setRGB(x, y, colour.getRGB());
            }
        }
        return encoded(image, "png");
    }

    public static byte[] jpeg(int width, int height) {
        return encoded(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), "jpg");
    }

    static byte[] encoded(BufferedImage image, String format) {
        var content = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, format, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return content.toByteArray();
    }

    /** A PNG that says it has so many pixels, and has none. */
    public static byte[] pngHeader(int width, int height) {
        byte[] small = png(1, 1, Color.RED);
        ByteBuffer.wrap(small).putInt(16, width).putInt(20, height);
        return small;
    }

    /** The same PNG with one chunk more. */
    static byte[] withChunk(byte[] png, String type, byte[] data) throws IOException {
        byte[] named = (type + new String(data, StandardCharsets.ISO_8859_1)).getBytes(StandardCharsets.ISO_8859_1);
        var crc = new CRC32();
        crc.update(named);
        var content = new ByteArrayOutputStream();
        content.write(png, 0, BEFORE_CHUNKS);
        content.write(ByteBuffer.allocate(4).putInt(data.length).array());
        content.write(named);
        content.write(ByteBuffer.allocate(4).putInt((int) crc.getValue()).array());
        content.write(Arrays.copyOfRange(png, BEFORE_CHUNKS, png.length));
        return content.toByteArray();
    }

    /** The same JPEG with a comment. */
    static byte[] withComment(byte[] jpeg, String comment) throws IOException {
        byte[] text = comment.getBytes(StandardCharsets.US_ASCII);
        var content = new ByteArrayOutputStream();
        content.write(jpeg, 0, 2);
        content.write(new byte[] {(byte) 0xff, (byte) 0xfe, 0, (byte) (text.length + 2)});
        content.write(text);
        content.write(jpeg, 2, jpeg.length - 2);
        return content.toByteArray();
    }

    /** This beginning, and then so many zeros deflated. */
    static byte[] deflated(String beginning, int zeros) throws IOException {
        var content = new ByteArrayOutputStream();
        content.write(beginning.getBytes(StandardCharsets.ISO_8859_1));
        try (var deflater = new DeflaterOutputStream(content)) {
            deflater.write(new byte[zeros]);
        }
        return content.toByteArray();
    }
}
