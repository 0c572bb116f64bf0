package io.portico.api.contacts;

import io.portico.access.Membership;
import io.portico.api.ApiProblem;
import io.portico.api.ApiVisit;
import io.portico.api.Problem;
import io.portico.contacts.Contact;
import io.portico.contacts.ContactDetails;
import io.portico.contacts.Contacts;
import io.portico.contacts.SaveResult;
import io.portico.kernel.ContactId;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Creates and changes contacts as a body says. */
@Component
class ContactChanges {
    private final Contacts contacts;
    private final Membership membership;

    ContactChanges(Contacts contacts, Membership membership) {
        this.contacts = contacts;
        this.membership = membership;
    }

    /** The contact, held until the request is done. */
    Contact hold(ApiVisit visit, String id) {
        return contacts.hold(visit.workspaceId(), ApiVisit.id(id, ContactId::parse))
                .orElseThrow(ApiProblem::notFound);
    }

    SaveResult create(ApiVisit visit, ContactBody body) {
        return contacts.create(visit.workspaceId(), body.asNew(), visit.actor());
    }

    Contact change(ApiVisit visit, Contact before, ContactBody body, UnaryOperator<ContactDetails> change) {
        Contact changed = saved(membership.revise(visit.workspaceId(), before.id(), change, visit.actor()));
        return body.changesCustomOf(changed)
                ? contacts.customise(visit.workspaceId(), before.id(), body.customOver(changed.custom()), visit.actor())
                : changed;
    }

    static Contact saved(SaveResult result) {
        return switch (result) {
            case SaveResult.Saved(Contact contact) -> contact;
            case SaveResult.AddressTaken(Contact by) -> throw taken(by);
        };
    }

    private static ApiProblem taken(Contact by) {
        String detail = "The address belongs to another contact: " + by.id() + ".";
        return new ApiProblem(new Problem(
                HttpStatus.CONFLICT,
                "email_taken",
                detail,
                List.of(new Problem.Fault("/email", "taken", detail)),
                Map.of("contact_id", by.id().toString())));
    }
}
