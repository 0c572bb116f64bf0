package io.portico.mail;

/** Which mail goes first: somebody waits for a personal one, nobody watches a bulk one leave. */
public enum Priority {
    PERSONAL(0),
    BULK(10);

    private final int rank;

    Priority(int rank) {
        this.rank = rank;
    }

    /** The lower, the sooner. */
    public int rank() {
        return rank;
    }
}
