package io.portico.domains;

import io.portico.kernel.Labelled;

/** What was found where a record should be. */
public enum RecordState implements Labelled {
    /** As it should be. */
    FOUND,
    /** There is no such name: not set yet, or not seen by our resolver yet. */
    NO_SUCH_NAME,
    /** The name is there without such a record. */
    NO_RECORD,
    /** There is such a record, and it says something else. */
    OTHER,
    /** There is more than one where one alone may be, so receivers take none. */
    DOUBLED,
    /** An SPF record that needs more than ten lookups, so receivers take it for an error. */
    TOO_MANY_LOOKUPS,
    /** Aliases lead round in a circle, or on and on. */
    LOOP,
    /** The domain's name servers failed to answer. */
    SERVER_FAILED,
    /** Nobody answered in time. */
    NO_REPLY;

    /** Whether DNS said anything about the record. */
    public boolean isAnswer() {
        return this != SERVER_FAILED && this != NO_REPLY;
    }

    static RecordState of(String word) {
        return Labelled.of(RecordState.class, word);
    }
}
