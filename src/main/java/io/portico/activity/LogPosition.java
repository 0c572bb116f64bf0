package io.portico.activity;

/**
 * A place in the log: behind it lie all entries of older transactions, and those of its own transaction up to this id.
 *
 * @param xact the transaction that wrote the entry, as PostgreSQL numbers them (xid8)
 */
public record LogPosition(long xact, long id) implements Comparable<LogPosition> {
    /** Before the first entry. */
    public static final LogPosition START = new LogPosition(0, 0);

    public boolean isBehind(LogPosition other) {
        return compareTo(other) < 0;
    }

    @Override
    public int compareTo(LogPosition other) {
        return xact == other.xact ? Long.compare(id, other.id) : Long.compare(xact, other.xact);
    }
}
