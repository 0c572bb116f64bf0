package io.portico.activity;

import io.portico.kernel.ContactId;
import java.util.Optional;

/**
 * Something that happened, as a past-tense record owned by the room that knows it and named by {@link FactKind}. Its
 * components become the entry's details as JSON, so they never hold a secret.
 *
 * <p>A component named {@code text} is what the fact says to people: readers know it in every fact, and the sentence in
 * timeline, feed and list gets it as its argument {@code {2}}. It is plain text in no language, such as a name, a tag, an
 * address or a source; a number stands in it as digits. Its record says which. A fact without one says nothing more than
 * its kind, its actor and its contact.
 */
public interface Fact {
    /** The contact it happened to, whose timeline shows it. */
    default Optional<ContactId> about() {
        return Optional.empty();
    }
}
