package io.portico.workspace.images;

/** What became of an upload: pictures made of it, or why not. */
public sealed interface PictureResult<T> {
    record Made<T>(T made) implements PictureResult<T> {}

    record Refused<T>(PictureFault fault) implements PictureResult<T> {}
}
