package io.portico.api.contacts;

import io.portico.access.Membership;
import io.portico.access.keys.ApiScope;
import io.portico.api.ApiAnswer;
import io.portico.api.ApiController;
import io.portico.api.ApiPage;
import io.portico.api.ApiProblem;
import io.portico.api.ApiVisit;
import io.portico.api.Fields;
import io.portico.api.NeedsScope;
import io.portico.api.Paging;
import io.portico.api.Query;
import io.portico.contacts.Contact;
import io.portico.contacts.Contacts;
import io.portico.contacts.People;
import io.portico.contacts.PeopleFilter;
import io.portico.contacts.SaveResult;
import io.portico.contacts.Selection;
import io.portico.kernel.ContactId;
import io.portico.kernel.EmailAddress;
import java.util.List;
import java.util.Optional;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Contacts: list and search, create, upsert, change, delete. */
@ApiController
class ContactsController {
    private final Contacts contacts;
    private final People people;
    private final Membership membership;
    private final ContactChanges changes;

    ContactsController(Contacts contacts, People people, Membership membership, ContactChanges changes) {
        this.contacts = contacts;
        this.people = people;
        this.membership = membership;
        this.changes = changes;
    }

    /** In the order in which they were created. */
    @GetMapping("/api/v1/contacts")
    @NeedsScope(ApiScope.CONTACTS_READ)
    ApiAnswer list(ApiVisit visit) {
        Query query = visit.query();
        PeopleFilter filter = filter(query);
        Optional<EmailAddress> email = query.parsed("email", EmailAddress::parse, ContactForms.EMAIL);
        Paging paging = visit.paging(query);
        query.end();
        if (email.isPresent()) {
            List<Contact> found = contacts.withEmail(visit.workspaceId(), email.get()).stream()
                    .toList();
            return ApiAnswer.ok(new ApiPage<>(found, Optional.empty()).map(ContactShown::of));
        }
        List<Contact> found = people.next(
                visit.workspaceId(),
                new Selection.Matching(filter),
                paging.after().flatMap(ContactId::parse),
                paging.wanted());
        return ApiAnswer.ok(
                paging.page(found, contact -> contact.id().toString()).map(ContactShown::of));
    }

    private static PeopleFilter filter(Query query) {
        return new PeopleFilter(
                query.text("q").orElse(""), query.word("state", PeopleFilter.Group.class), query.text("tag"));
    }

    @PostMapping("/api/v1/contacts")
    @NeedsScope(ApiScope.CONTACTS_WRITE)
    ApiAnswer create(ApiVisit visit) {
        visit.query().end();
        ContactBody body = ContactBody.ofSomebody(visit.body());
        return ApiAnswer.created(ContactShown.of(ContactChanges.saved(changes.create(visit, body))))
                .withTag();
    }

    /** Creates the contact, or changes the one who has the address: what is not said stays, tags are added. */
    @PostMapping("/api/v1/contacts:upsert")
    @NeedsScope(ApiScope.CONTACTS_WRITE)
    ApiAnswer upsert(ApiVisit visit) {
        visit.query().end();
        Fields fields = visit.body();
        ContactBody body = ContactBody.of(fields);
        if (body.email().value().isEmpty()) {
            fields.missing("email");
        }
        fields.end();
        return switch (changes.create(visit, body)) {
            case SaveResult.Saved(Contact contact) ->
                ApiAnswer.created(ContactShown.of(contact)).withTag();
            case SaveResult.AddressTaken(Contact by) ->
                ApiAnswer.ok(ContactShown.of(changes.change(visit, by, body, body::addedTo)))
                        .withTag();
        };
    }

    @GetMapping("/api/v1/contacts/{contact}")
    @NeedsScope(ApiScope.CONTACTS_READ)
    ApiAnswer show(ApiVisit visit, @PathVariable String contact) {
        visit.query().end();
        return contacts.find(visit.workspaceId(), ApiVisit.id(contact, ContactId::parse))
                .map(found -> ApiAnswer.ok(ContactShown.of(found)).withTag())
                .orElseThrow(ApiProblem::notFound);
    }

    /** What is not said stays; null clears. A changed address ends the contact's links and sessions. */
    @PatchMapping("/api/v1/contacts/{contact}")
    @NeedsScope(ApiScope.CONTACTS_WRITE)
    ApiAnswer change(ApiVisit visit, @PathVariable String contact) {
        Contact before = changes.hold(visit, contact);
        visit.query().end();
        Fields fields = visit.body();
        ContactBody body = ContactBody.of(fields);
        if (body.source().isPresent()) {
            fields.fault("source", "read_only", "It says how the contact came, and stays.");
        }
        fields.end();
        visit.mustMatch(ContactShown.of(before));
        return ApiAnswer.ok(ContactShown.of(changes.change(visit, before, body, body::over)))
                .withTag();
    }

    @DeleteMapping("/api/v1/contacts/{contact}")
    @NeedsScope(ApiScope.CONTACTS_WRITE)
    ApiAnswer delete(ApiVisit visit, @PathVariable String contact) {
        Contact before = changes.hold(visit, contact);
        visit.takesNothing();
        visit.mustMatch(ContactShown.of(before));
        membership.delete(visit.workspaceId(), before.id(), visit.actor());
        return ApiAnswer.done();
    }
}
