package io.portico.workspace.images;

import com.github.weisj.jsvg.SVGDocument;
import com.github.weisj.jsvg.parser.DocumentLimits;
import com.github.weisj.jsvg.parser.LoaderContext;
import com.github.weisj.jsvg.parser.SVGLoader;
import com.github.weisj.jsvg.parser.resources.ResourcePolicy;
import com.github.weisj.jsvg.view.FloatSize;
import com.github.weisj.jsvg.view.ViewBox;
import java.awt.Component;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import org.jspecify.annotations.Nullable;

/** A drawing that {@link SvgCleaning} let through, painted into pixels. Nothing is loaded from anywhere. */
record SvgFile(SVGDocument document) {
    private static final LoaderContext CLOSED = LoaderContext.builder()
            .externalResourcePolicy(ResourcePolicy.DENY_ALL)
            .documentLimits(new DocumentLimits(50, 8, 50_000))
            .build();

    private static final @Nullable Component NO_COMPONENT = null;

    static SvgFile read(byte[] content) throws RefusedPicture {
        byte[] clean = SvgCleaning.of(content);
        try {
            SVGDocument document = new SVGLoader().load(new ByteArrayInputStream(clean), null, CLOSED);
            if (document == null || !hasShape(document.size())) {
                throw new RefusedPicture(new PictureFault.Broken(FileKind.SVG));
            }
            return new SvgFile(document);
        } catch (RuntimeException broken) {
            throw new RefusedPicture(new PictureFault.Broken(FileKind.SVG));
        }
    }

    /** A width and a height between which a shape can be seen. */
    private static boolean hasShape(FloatSize size) {
        return size.width > 0 && size.height > 0 && size.width / size.height < 100 && size.height / size.width < 100;
    }

    /** As large as the box allows. */
    BufferedImage painted(PictureSize box) throws RefusedPicture {
        FloatSize own = document.size();
        double scale = Math.min(box.width() / own.width, box.height() / own.height);
        int width = Math.max(1, (int) Math.round(own.width * scale));
        int height = Math.max(1, (int) Math.round(own.height * scale));
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        Graphics2D canvas = image.createGraphics();
        try {
            canvas.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            canvas.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
            document.render(NO_COMPONENT, canvas, new ViewBox(width, height));
            return image;
        } catch (RuntimeException broken) {
            throw new RefusedPicture(new PictureFault.Broken(FileKind.SVG));
        } finally {
            canvas.dispose();
        }
    }
}
