package io.portico.web;

/** The host has suspended the workspace: its portal is closed, and its operators send nothing. */
final class Suspended extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Suspended() {
        super("the workspace is suspended", null, false, false);
    }
}
