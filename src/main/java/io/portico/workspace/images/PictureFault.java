package io.portico.workspace.images;

/** Why an upload cannot become a picture: what was found. */
public sealed interface PictureFault {
    /** More bytes than {@link Pictures#MOST_BYTES}. */
    record TooHeavy(long bytes) implements PictureFault {}

    /** Not one of the kinds that are taken, whatever its name says. */
    record WrongKind(FileKind found) implements PictureFault {}

    /** More pixels than {@link Pictures#LONGEST_SIDE} a side or {@link Pictures#MOST_PIXELS} in all; it was not decoded. */
    record TooLarge(PictureSize found) implements PictureFault {}

    /** An icon whose longer side has fewer pixels than {@link Pictures#LEAST_ICON_SIDE}. */
    record TooSmall(PictureSize found) implements PictureFault {}

    /** More than one picture, to be shown one after the other. */
    record Moving() implements PictureFault {}

    /** Ends before the picture does, or cannot be read. */
    record Broken(FileKind found) implements PictureFault {}

    /** Goes on after the picture: something else may be hidden there. */
    record GoesOn(long bytes) implements PictureFault {}

    /** A drawing with something in it that is not drawn as lines and areas, such as {@code <script>}. */
    record InDrawing(String found) implements PictureFault {}

    /** A drawing of more parts than anybody draws by hand, or one that repeats itself without end. */
    record TooIntricate() implements PictureFault {}

    /** A JPEG that is written over itself more often than any program does. */
    record TooManyScans(int most) implements PictureFault {}

    /** Others' pictures are being made; nothing is wrong with this one. */
    record Busy() implements PictureFault {}

    /** Nothing can be seen on it. */
    record Empty() implements PictureFault {}
}
