package io.portico.mail.content;

import io.portico.workspace.Accent;
import io.portico.workspace.Brand;
import io.portico.workspace.images.IconShape;
import io.portico.workspace.images.PictureSize;
import java.util.Optional;

/**
 * The top of a mail. Pictures come from the portal, where they have the same address for all recipients, so that who
 * fetches one tells nobody more than that some mail of the business was opened. Mails to operators have none.
 *
 * @param ground the colour behind it; empty for that of the mail itself
 * @param logo instead of the name
 * @param icon before the name
 */
public record BrandHead(
        String business, Accent accent, Optional<Accent> ground, Optional<Image> logo, Optional<Image> icon) {
    private static final PictureSize LOGO_ROOM = new PictureSize(200, 40);
    private static final PictureSize ICON = new PictureSize(32, 32);

    /** A picture at an address, in the size it is shown in. */
    public record Image(String url, PictureSize size) {}

    /** @param portal where pictures are; without it the name alone stands there */
    static BrandHead of(Brand brand, String business, Optional<String> portal) {
        Optional<Image> logo = portal.flatMap(at -> brand.pictures()
                .logo()
                .map(picture ->
                        new Image(address(at, picture.hash()), picture.size().fittedInto(LOGO_ROOM))));
        Optional<Image> icon = portal.filter(at -> logo.isEmpty())
                .flatMap(at ->
                        brand.pictures().icon(IconShape.SMALL_192).map(hash -> new Image(address(at, hash), ICON)));
        return new BrandHead(
                business,
                brand.accent(),
                portal.filter(at -> brand.hasBand() || logo.isPresent()).map(at -> brand.band()),
                logo,
                icon);
    }

    private static String address(String portal, String hash) {
        return portal + "/brand/" + hash + ".png";
    }

    /** Whether the accent still has to be seen above it. */
    public boolean hasLine() {
        return ground.filter(colour -> !colour.equals(Accent.WHITE)).isEmpty();
    }

    /** What is written on the ground. */
    public String ink() {
        return ground.map(Accent::ink).orElse("#1b2130");
    }
}
