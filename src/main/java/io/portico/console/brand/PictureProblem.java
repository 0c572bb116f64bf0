package io.portico.console.brand;

import io.portico.web.Texts;
import io.portico.workspace.images.FileKind;
import io.portico.workspace.images.PictureFault;
import io.portico.workspace.images.Pictures;

/** Says what was found in an upload that cannot become a picture, and what is needed. */
record PictureProblem(PictureFault fault, Texts texts) {
    private static final long KIB = 1024;

    String text() {
        return switch (fault) {
            case PictureFault.TooHeavy(long bytes) ->
                texts.t("brand.picture.too-heavy", mebibytes(bytes), Pictures.MOST_BYTES / KIB / KIB);
            case PictureFault.WrongKind(FileKind found) ->
                found == FileKind.UNKNOWN
                        ? texts.t("brand.picture.unknown")
                        : texts.t("brand.picture.wrong-kind", found.title());
            case PictureFault.TooLarge(var found) ->
                texts.t(
                        "brand.picture.too-large",
                        found.toString(),
                        Pictures.LONGEST_SIDE,
                        Pictures.MOST_PIXELS / 1_000_000);
            case PictureFault.TooSmall(var found) ->
                texts.t("brand.picture.too-small", found.toString(), Pictures.LEAST_ICON_SIDE);
            case PictureFault.Moving() -> texts.t("brand.picture.moving");
            case PictureFault.Broken(FileKind found) -> texts.t("brand.picture.broken", found.title());
            case PictureFault.GoesOn(long bytes) -> texts.t("brand.picture.goes-on", bytes);
            case PictureFault.InDrawing(String found) -> texts.t("brand.picture.in-drawing", found);
            case PictureFault.TooIntricate() -> texts.t("brand.picture.too-intricate");
            case PictureFault.TooManyScans(int most) -> texts.t("brand.picture.too-many-scans", most);
            case PictureFault.Busy() -> texts.t("brand.picture.busy");
            case PictureFault.Empty() -> texts.t("brand.picture.empty");
        };
    }

    /** Rounded up, so that what is too much never reads as what is allowed. */
    private static String mebibytes(long bytes) {
        long tenths = (bytes * 10 + KIB * KIB - 1) / (KIB * KIB);
        return tenths / 10 + "." + tenths % 10;
    }
}
