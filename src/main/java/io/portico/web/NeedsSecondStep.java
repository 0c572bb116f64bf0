package io.portico.web;

/** The workspace lets in only operators who took a second step, and this session did not. */
final class NeedsSecondStep extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NeedsSecondStep() {
        super("the workspace needs a second step", null, false, false);
    }
}
