package io.portico.workspace.images;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/**
 * A PNG taken apart by its chunks (PNG, third edition, section 5). What it shows is kept; texts, profiles, times and
 * whatever else a chunk may carry is left behind before anything is unpacked.
 */
record PngFile(PictureSize size, byte[] essence) {
    private static final Set<String> KEPT = Set.of("IHDR", "PLTE", "tRNS", "IDAT", "IEND");
    private static final int SIGNATURE = 8;
    private static final int AROUND_CHUNK = 12;

    static PngFile read(byte[] content) throws RefusedPicture {
        var kept = new ByteArrayOutputStream(content.length);
        kept.write(content, 0, SIGNATURE);
        int at = SIGNATURE;
        String type = "";
        while (!type.equals("IEND")) {
            int length = lengthAt(content, at);
            type = new String(content, at + 4, 4, StandardCharsets.ISO_8859_1);
            if (type.equals("acTL")) {
                throw new RefusedPicture(new PictureFault.Moving());
            }
            if (KEPT.contains(type)) {
                kept.write(content, at, length + AROUND_CHUNK);
            }
            at += length + AROUND_CHUNK;
        }
        if (at < content.length) {
            throw new RefusedPicture(new PictureFault.GoesOn((long) content.length - at));
        }
        return new PngFile(sizeOf(content), kept.toByteArray());
    }

    /** The length of the chunk that begins here and is whole. */
    private static int lengthAt(byte[] content, int at) throws RefusedPicture {
        int left = content.length - at - AROUND_CHUNK;
        int length = left < 0 ? -1 : ByteBuffer.wrap(content).getInt(at);
        if (length < 0 || length > left) {
            throw broken();
        }
        return length;
    }

    private static PictureSize sizeOf(byte[] content) throws RefusedPicture {
        var bytes = ByteBuffer.wrap(content);
        boolean begins = new String(content, SIGNATURE + 4, 4, StandardCharsets.ISO_8859_1).equals("IHDR");
        if (!begins || bytes.getInt(SIGNATURE) != 13) {
            throw broken();
        }
        return new PictureSize(bytes.getInt(SIGNATURE + 8), bytes.getInt(SIGNATURE + 12));
    }

    private static RefusedPicture broken() {
        return new RefusedPicture(new PictureFault.Broken(FileKind.PNG));
    }
}
