package io.portico.mail;

/** What keeps a waiting mail from being claimed; several may at once, so each is a bit of {@code outbox.held_by}. */
public enum Hold {
    /** Its run is paused. */
    PAUSED(1),
    /** It waits for its turn under a limit of the workspace. */
    PACED(2),
    /** The room that ordered it has something to do first. */
    UNPREPARED(4),
    /** Its run is cancelled, and the mail was in a worker's hands just then. */
    CANCELLED(8);

    private final int bit;

    Hold(int bit) {
        this.bit = bit;
    }

    public int bit() {
        return bit;
    }
}
