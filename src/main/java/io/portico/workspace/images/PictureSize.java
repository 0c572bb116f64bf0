package io.portico.workspace.images;

/** Width and height in pixels. */
public record PictureSize(int width, int height) {
    public long pixels() {
        return (long) width * height;
    }

    int longerSide() {
        return Math.max(width, height);
    }

    boolean isWithin(int side) {
        return width > 0 && height > 0 && longerSide() <= side;
    }

    /** The largest of the same shape within a box; never larger than this one. */
    public PictureSize fittedInto(PictureSize box) {
        return scaledInto(box, 1);
    }

    /** The largest of the same shape within a box, which may be larger than this one. */
    PictureSize filling(PictureSize box) {
        return scaledInto(box, Double.MAX_VALUE);
    }

    private PictureSize scaledInto(PictureSize box, double atMost) {
        double scale = Math.min(atMost, Math.min((double) box.width / width, (double) box.height / height));
        return new PictureSize(
                Math.max(1, (int) Math.round(width * scale)), Math.max(1, (int) Math.round(height * scale)));
    }

    @Override
    public String toString() {
        return width + " × " + height;
    }
}
