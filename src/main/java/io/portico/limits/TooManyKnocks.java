package io.portico.limits;

import java.time.Duration;

/** A knock was refused; shown as a page with status 429 that says when to come again. */
public class TooManyKnocks extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Duration delay;

    public TooManyKnocks(Knock knock, Duration delay) {
        super(knock + ", again in " + delay, null, false, false);
        this.delay = delay;
    }

    public Duration delay() {
        return delay;
    }
}
