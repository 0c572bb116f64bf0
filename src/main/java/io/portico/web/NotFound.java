package io.portico.web;

/** There is nothing here for this visitor: shown as 404, alike for what is not there and what is not theirs. */
public class NotFound extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public NotFound(String what) {
        super(what);
    }
}
