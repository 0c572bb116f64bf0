package io.portico.workspace.images;

import java.io.ByteArrayOutputStream;
import java.util.Optional;

/**
 * A JPEG taken apart by its segments (ITU-T T.81, annex B). What it shows is kept, with Adobe's note on how its colours
 * are written; places, cameras, comments and colour profiles are left behind before anything is decoded.
 */
record JpegFile(PictureSize size, byte[] essence) {
    /** In a progressive picture each costs a walk over all pixels; usual ones have ten. */
    static final int MOST_SCANS = 100;

    private static final int START = 0xd8;
    private static final int END = 0xd9;
    private static final int SCAN = 0xda;
    private static final int ADOBE = 0xee;
    private static final int COMMENT = 0xfe;

    static JpegFile read(byte[] content) throws RefusedPicture {
        return new Reader(content).read();
    }

    /** Walks over the segments of one file. */
    private static final class Reader {
        private final byte[] content;
        private final ByteArrayOutputStream kept;
        private int at = 2;
        private int scans;
        private Optional<PictureSize> size = Optional.empty();

        Reader(byte[] content) {
            this.content = content;
            this.kept = new ByteArrayOutputStream(content.length);
        }

        JpegFile read() throws RefusedPicture {
            kept.write(content, 0, 2);
            while (segment()) {}
            if (at < content.length) {
                throw new RefusedPicture(new PictureFault.GoesOn((long) content.length - at));
            }
            return new JpegFile(size.orElseThrow(Reader::broken), kept.toByteArray());
        }

        /** Takes the next segment, and after the start of a scan the scan; false once the picture has ended. */
        private boolean segment() throws RefusedPicture {
            int marker = marker();
            if (marker == END) {
                kept.write(0xff);
                kept.write(END);
                return false;
            }
            int length = 2 + two(at);
            if (marker == START || length < 4 || at + length - 2 > content.length) {
                throw broken();
            }
            if (isFrame(marker)) {
                size = Optional.of(new PictureSize(two(at + 5), two(at + 3)));
            }
            keep(marker, at - 2, length);
            at += length - 2;
            if (marker == SCAN) {
                if (++scans > MOST_SCANS) {
                    throw new RefusedPicture(new PictureFault.TooManyScans(MOST_SCANS));
                }
                scan();
            }
            return true;
        }

        /** The marker at hand, past any filling before it. */
        private int marker() throws RefusedPicture {
            if (one(at) != 0xff) {
                throw broken();
            }
            while (one(at) == 0xff) {
                at++;
            }
            return one(at++);
        }

        private void keep(int marker, int from, int length) {
            boolean application = marker >= 0xe0 && marker <= 0xef && marker != 0xe0 && marker != ADOBE;
            if (!application && marker != COMMENT) {
                kept.write(content, from, length);
            }
        }

        /** Coded data, up to the next marker that is none of its own. */
        private void scan() throws RefusedPicture {
            int from = at;
            while (one(at) != 0xff || isOfScan(one(at + 1))) {
                at++;
            }
            kept.write(content, from, at - from);
        }

        private static boolean isOfScan(int marker) {
            return marker == 0 || (marker >= 0xd0 && marker <= 0xd7);
        }

        private static boolean isFrame(int marker) {
            return marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
        }

        private int two(int index) throws RefusedPicture {
            return one(index) << 8 | one(index + 1);
        }

        private int one(int index) throws RefusedPicture {
            if (index >= content.length) {
                throw broken();
            }
            return content[index] & 0xff;
        }

        private static RefusedPicture broken() {
            return new RefusedPicture(new PictureFault.Broken(FileKind.JPEG));
        }
    }
}
