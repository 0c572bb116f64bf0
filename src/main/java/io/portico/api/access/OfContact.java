package io.portico.api.access;

import io.portico.api.ApiProblem;
import io.portico.api.Query;
import io.portico.kernel.ContactId;
import java.util.Optional;

/** Reads a query that names one contact. */
final class OfContact {
    private OfContact() {}

    static ContactId in(Query query) {
        Optional<ContactId> contact = query.parsed("contact_id", ContactId::parse, "It must be the id of a contact.");
        if (query.text("contact_id").isEmpty()) {
            query.missing("contact_id");
        }
        query.end();
        return contact.orElseThrow(ApiProblem::notFound);
    }
}
