package io.portico.activity;

import io.portico.kernel.ContactId;
import java.util.Optional;

/**
 * Something that happened, as a past-tense record owned by the room that knows it and named by {@link FactKind}. Its
 * components become the entry's details as JSON, so they never hold a secret.
 */
public interface Fact {
    /** The contact it happened to, whose timeline shows it. */
    default Optional<ContactId> about() {
        return Optional.empty();
    }
}
