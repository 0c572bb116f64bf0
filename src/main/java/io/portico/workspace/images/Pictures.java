package io.portico.workspace.images;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/**
 * Makes logos and icons of what somebody uploaded. What an upload is, is told by its content; its size is read before it
 * is decoded; what comes out was drawn and encoded here, so nothing of the file itself is ever handed on. One at a time
 * on a node, so that memory for one picture is enough.
 */
@Component
public class Pictures {
    /** Of a file: 2 MiB. */
    public static final int MOST_BYTES = 2 * 1024 * 1024;

    /** In pixels, on either side. */
    public static final int LONGEST_SIDE = 4096;

    public static final long MOST_PIXELS = 16_000_000;

    /** In pixels, on the longer side of an icon: less would be a blur on a phone. */
    public static final int LEAST_ICON_SIDE = 180;

    private static final PictureSize LOGO = new PictureSize(640, 160);
    private static final int LARGEST_ICON = 512;
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

    private final Semaphore turn;
    private final Duration patience;

    public Pictures() {
        this(new Semaphore(1), LONGEST_WAIT);
    }

    Pictures(Semaphore turn, Duration patience) {
        this.turn = turn;
        this.patience = patience;
    }

    public PictureResult<Picture> logo(byte[] upload) {
        return inTurn(() -> {
            BufferedImage seen = Painting.trimmed(read(upload, LOGO));
            return Painting.encoded(Painting.scaled(seen, Painting.sizeOf(seen).fittedInto(LOGO)));
        });
    }

    /** One for each shape. */
    public PictureResult<Map<IconShape, Picture>> icon(byte[] upload) {
        return inTurn(() -> {
            BufferedImage seen = read(upload, new PictureSize(LARGEST_ICON, LARGEST_ICON));
            if (Painting.sizeOf(seen).longerSide() < LEAST_ICON_SIDE) {
                throw new RefusedPicture(new PictureFault.TooSmall(Painting.sizeOf(seen)));
            }
            Color ground = Painting.groundOf(seen);
            Map<IconShape, Picture> made = new EnumMap<>(IconShape.class);
            for (IconShape shape : IconShape.values()) {
                made.put(shape, Painting.encoded(Painting.icon(seen, shape, ground)));
            }
            return made;
        });
    }

    private interface Making<T> {
        T make() throws RefusedPicture;
    }

    private <T> PictureResult<T> inTurn(Making<T> making) {
        if (!isOurTurn()) {
            return new PictureResult.Refused<>(new PictureFault.Busy());
        }
        try {
            return new PictureResult.Made<>(making.make());
        } catch (RefusedPicture no) {
            return new PictureResult.Refused<>(no.fault());
        } finally {
            turn.release();
        }
    }

    /** Waits a while: a thread that serves pages is not to wait for ever. */
    private boolean isOurTurn() {
        try {
            return turn.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static BufferedImage read(byte[] upload, PictureSize box) throws RefusedPicture {
        if (upload.length > MOST_BYTES) {
            throw new RefusedPicture(new PictureFault.TooHeavy(upload.length));
        }
        FileKind kind = FileKind.of(upload);
        BufferedImage seen = switch (kind) {
            case PNG -> {
                PngFile file = PngFile.read(upload);
                yield decode(kind, file.size(), file.essence());
            }
            case JPEG -> {
                JpegFile file = JpegFile.read(upload);
                yield decode(kind, file.size(), file.essence());
            }
            case SVG -> SvgFile.read(upload).painted(box);
            case GIF, BMP, TIFF, ICO, PDF, ZIP, WEBP, HEIC, HTML, UNKNOWN ->
                throw new RefusedPicture(new PictureFault.WrongKind(kind));
        };
        if (Painting.isEmpty(seen)) {
            throw new RefusedPicture(new PictureFault.Empty());
        }
        return seen;
    }

    private static BufferedImage decode(FileKind kind, PictureSize size, byte[] essence) throws RefusedPicture {
        if (!size.isWithin(LONGEST_SIDE) || size.pixels() > MOST_PIXELS) {
            throw new RefusedPicture(
                    size.width() < 1 || size.height() < 1
                            ? new PictureFault.Broken(kind)
                            : new PictureFault.TooLarge(size));
        }
        return Pixels.decode(kind, essence);
    }
}
