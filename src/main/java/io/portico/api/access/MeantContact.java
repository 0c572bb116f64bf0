package io.portico.api.access;

import io.portico.api.ApiProblem;
import io.portico.api.Fields;
import io.portico.contacts.Contact;
import io.portico.contacts.Contacts;
import io.portico.kernel.ContactId;
import io.portico.kernel.EmailAddress;
import io.portico.kernel.WorkspaceId;
import java.util.Optional;
import org.springframework.http.HttpStatus;

/** The contact that a body means, by id or by address. */
public record MeantContact(Optional<ContactId> id, Optional<EmailAddress> email) {
    private static final int LONGEST = 500;

    /** Reads {@code contact_id} and {@code email}, of which one must be given. */
    public static MeantContact in(Fields body) {
        var read = new MeantContact(
                body.parsed("contact_id", LONGEST, ContactId::parse, "It must be the id of a contact."),
                body.parsed(
                        "email",
                        LONGEST,
                        EmailAddress::parse,
                        "It must be an e-mail address such as kim@example.com."));
        boolean byId = body.tree("contact_id").isPresent();
        boolean byAddress = body.tree("email").isPresent();
        if (byId && byAddress) {
            body.fault("email", "conflict", "Give either contact_id or email, not both.");
        } else if (!byId && !byAddress) {
            body.fault("contact_id", "missing", "Give either contact_id or email.");
        }
        return read;
    }

    /** @throws ApiProblem when there is none, or a link would not let them in */
    public Contact of(WorkspaceId workspace, Contacts contacts) {
        Contact contact = id.flatMap(known -> contacts.find(workspace, known))
                .or(() -> email.flatMap(address -> contacts.withEmail(workspace, address)))
                .orElseThrow(() -> ApiProblem.of(
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        "unknown_contact",
                        "There is no such contact. Create it first: POST /api/v1/contacts:upsert."));
        if (contact.standing().isDisabled()) {
            throw ApiProblem.of(
                    HttpStatus.CONFLICT,
                    "contact_disabled",
                    "The contact is disabled, and no link lets them in. Enable them first.");
        }
        return contact;
    }
}
