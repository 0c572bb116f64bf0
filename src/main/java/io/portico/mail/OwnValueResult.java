package io.portico.mail;

import java.util.List;

/** What became of a change to a workspace's own custom values. */
public sealed interface OwnValueResult {
    record Done() implements OwnValueResult {}

    /** There is one with this key already. */
    record Taken() implements OwnValueResult {}

    /** The workspace has as many as it may have. */
    record TooMany() implements OwnValueResult {}

    /** Texts use it, so it stays. */
    record InUse(List<ValueUse> uses) implements OwnValueResult {
        public InUse {
            uses = List.copyOf(uses);
        }
    }

    /** There is none with this key, any more. */
    record Gone() implements OwnValueResult {}
}
