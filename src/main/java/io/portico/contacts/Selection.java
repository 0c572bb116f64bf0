package io.portico.contacts;

import io.portico.kernel.ContactId;
import java.util.List;

/** The contacts an action is meant for: these, or all that match a filter at the time of the action. */
public sealed interface Selection {
    /** Ids that are not (or no longer) of the workspace are passed over. */
    record These(List<ContactId> ids) implements Selection {
        public These {
            ids = ids.stream().distinct().toList();
        }
    }

    record Matching(PeopleFilter filter) implements Selection {}

    Selection NOBODY = new These(List.of());

    static Selection of(ContactId contact) {
        return new These(List.of(contact));
    }
}
