package io.portico.workspace.images;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.event.IIOReadWarningListener;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/** Decodes a PNG or JPEG whose size was looked at before. A picture that a viewer would show in part is refused. */
class Pixels {
    private Pixels() {}

    static BufferedImage decode(FileKind kind, byte[] essence) throws RefusedPicture {
        ImageReader reader = ImageIO.getImageReadersByFormatName(kind.title()).next();
        var warned = new AtomicBoolean();
        reader.addIIOReadWarningListener((IIOReadWarningListener) (source, warning) -> warned.set(true));
        try (ImageInputStream input = new MemoryCacheImageInputStream(new ByteArrayInputStream(essence))) {
            reader.setInput(input, true, true);
            BufferedImage image = reader.read(0);
            if (warned.get()) {
                throw new RefusedPicture(new PictureFault.Broken(kind));
            }
            return image;
        } catch (IOException | RuntimeException broken) {
            throw new RefusedPicture(new PictureFault.Broken(kind));
        } finally {
            reader.dispose();
        }
    }
}
