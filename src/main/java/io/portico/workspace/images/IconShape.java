package io.portico.workspace.images;

import java.util.Locale;

/** The pictures that are made of one icon: where browsers and phones want one. */
public enum IconShape {
    TAB_16(16, Ground.CLEAR, 1),
    TAB_32(32, Ground.CLEAR, 1),
    /** For iPhones, which paint what can be seen through black. */
    APPLE_180(180, Ground.FILLED, .86),
    SMALL_192(192, Ground.CLEAR, 1),
    LARGE_512(512, Ground.CLEAR, 1),
    /** Within the circle that launchers never cut off: four fifths of the width (W3C, Web App Manifest, 1.7.2). */
    MASKABLE_512(512, Ground.FILLED, .7);

    /** What lies under the icon. */
    enum Ground {
        CLEAR,
        FILLED
    }

    private final int side;
    private final Ground ground;
    private final double share;

    IconShape(int side, Ground ground, double share) {
        this.side = side;
        this.ground = ground;
        this.share = share;
    }

    /** In pixels. */
    public int side() {
        return side;
    }

    boolean isFilled() {
        return ground == Ground.FILLED;
    }

    /** How much of the side the icon takes; a picture that fills its square to the corners takes it whole. */
    double share() {
        return share;
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
