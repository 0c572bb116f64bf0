package io.portico.workspace.images;

import java.io.Serial;

/** Carries a fault out of a reader, for {@link Pictures} to tell. */
class RefusedPicture extends Exception {
    @Serial
    private static final long serialVersionUID = 1;

    private final transient PictureFault fault;

    RefusedPicture(PictureFault fault) {
        super(fault.toString(), null, false, false);
        this.fault = fault;
    }

    PictureFault fault() {
        return fault;
    }
}
