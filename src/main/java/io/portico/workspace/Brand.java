package io.portico.workspace;

/** How a business presents itself to its clients, in portal, portal app and mails. */
public record Brand(
        String name, Accent accent, Accent band, BrandPictures pictures, BrandWords words, BrandLinks links) {
    public static final int LONGEST_NAME = 80;

    public Brand {
        if (!BrandWords.isLine(name, LONGEST_NAME) || name.isBlank()) {
            throw new IllegalArgumentException("a brand's name has %d characters".formatted(name.length()));
        }
        if (!accent.standsOutFrom(Accent.WHITE)) {
            throw new IllegalArgumentException(accent + " cannot be told from white");
        }
    }

    /** A brand of which no more is known. */
    static Brand of(String name, Accent accent) {
        return new Brand(name, accent, Accent.WHITE, BrandPictures.NONE, BrandWords.NONE, BrandLinks.NONE);
    }

    /** What buttons have in the dark: the accent, lightened if need be until it stands out there too. */
    public Accent accentAtNight() {
        return accent.mendedFor(Accent.NIGHT);
    }

    /** Whether the top of the portal has a colour of its own. */
    public boolean hasBand() {
        return !band.equals(Accent.WHITE);
    }

    public Brand with(BrandPictures others) {
        return new Brand(name, accent, band, others, words, links);
    }
}
