package io.portico.workspace.images;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/** Scales, pads and encodes pictures that were read. */
class Painting {
    private static final int SEEN = 8;
    private static final int OPAQUE = 255;

    private Painting() {}

    static PictureSize sizeOf(BufferedImage image) {
        return new PictureSize(image.getWidth(), image.getHeight());
    }

    static boolean isEmpty(BufferedImage image) {
        return seenPart(image).isEmpty();
    }

    /** Without the rows and columns around it in which nothing can be seen. */
    static BufferedImage trimmed(BufferedImage image) {
        Rectangle part = seenPart(image);
        return image.getSubimage(part.x, part.y, part.width, part.height);
    }

    private static Rectangle seenPart(BufferedImage image) {
        if (!image.getColorModel().hasAlpha()) {
            return new Rectangle(image.getWidth(), image.getHeight());
        }
        int left = image.getWidth();
        int top = image.getHeight();
        int right = -1;
        int bottom = -1;
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                if (image.getRGB(x, y) >>> 24 >= SEEN) {
                    left = Math.min(left, x);
                    top = Math.min(top, y);
                    right = Math.max(right, x);
                    bottom = y;
                }
            }
        }
        return new Rectangle(left, top, right - left + 1, bottom - top + 1);
    }

    /** By halves, then the rest: one large step would skip lines. */
    static BufferedImage scaled(BufferedImage image, PictureSize wanted) {
        BufferedImage at = image;
        while (at.getWidth() > wanted.width() * 2 && at.getHeight() > wanted.height() * 2) {
            at = drawn(at, new PictureSize(at.getWidth() / 2, at.getHeight() / 2));
        }
        return drawn(at, wanted);
    }

    private static BufferedImage drawn(BufferedImage image, PictureSize size) {
        var made = new BufferedImage(size.width(), size.height(), BufferedImage.TYPE_INT_ARGB);
        Graphics2D canvas = made.createGraphics();
        boolean larger = size.width() > image.getWidth();
        canvas.setRenderingHint(
                RenderingHints.KEY_INTERPOLATION,
                larger ? RenderingHints.VALUE_INTERPOLATION_BICUBIC : RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        canvas.drawImage(image, 0, 0, size.width(), size.height(), null);
        canvas.dispose();
        return made;
    }

    /** A square with the picture in its middle. */
    static BufferedImage icon(BufferedImage image, IconShape shape, Color ground) {
        double share = isFilledTo(image) && shape.share() > .8 ? 1 : shape.share();
        int room = (int) Math.round(shape.side() * share);
        BufferedImage picture = scaled(image, sizeOf(image).filling(new PictureSize(room, room)));
        var made = new BufferedImage(
                shape.side(),
                shape.side(),
                shape.isFilled() ? BufferedImage.TYPE_INT_RGB : BufferedImage.TYPE_INT_ARGB);
        Graphics2D canvas = made.createGraphics();
        if (shape.isFilled()) {
            canvas.setColor(ground);
            canvas.fillRect(0, 0, shape.side(), shape.side());
        }
        canvas.drawImage(
                picture, (shape.side() - picture.getWidth()) / 2, (shape.side() - picture.getHeight()) / 2, null);
        canvas.dispose();
        return made;
    }

    /** The picture's own ground where it has one, for what is put around it: the colour of its corner; else white. */
    static Color groundOf(BufferedImage image) {
        return isFilledTo(image) ? new Color(image.getRGB(0, 0)) : Color.WHITE;
    }

    private static boolean isFilledTo(BufferedImage image) {
        int right = image.getWidth() - 1;
        int bottom = image.getHeight() - 1;
        return isOpaque(image, 0, 0)
                && isOpaque(image, right, 0)
                && isOpaque(image, 0, bottom)
                && isOpaque(image, right, bottom);
    }

    private static boolean isOpaque(BufferedImage image, int x, int y) {
        return image.getRGB(x, y) >>> 24 == OPAQUE;
    }

    static Picture encoded(BufferedImage image) {
        var content = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Picture(sizeOf(image), content.toByteArray());
    }
}
