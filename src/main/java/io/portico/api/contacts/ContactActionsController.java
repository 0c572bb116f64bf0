package io.portico.api.contacts;

import io.portico.access.Membership;
import io.portico.access.keys.ApiScope;
import io.portico.api.ApiAnswer;
import io.portico.api.ApiController;
import io.portico.api.ApiProblem;
import io.portico.api.ApiVisit;
import io.portico.api.Fields;
import io.portico.api.NeedsScope;
import io.portico.contacts.Contact;
import io.portico.contacts.Contacts;
import io.portico.contacts.Selection;
import io.portico.contacts.Tagging;
import io.portico.kernel.ContactId;
import io.portico.mail.Suppressions;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Disables and enables contacts, and changes their tags. */
@ApiController
class ContactActionsController {
    private static final int LONGEST_REASON = 300;

    private final Contacts contacts;
    private final Membership membership;
    private final Tagging tagging;
    private final Suppressions suppressions;
    private final ContactChanges changes;

    ContactActionsController(
            Contacts contacts,
            Membership membership,
            Tagging tagging,
            Suppressions suppressions,
            ContactChanges changes) {
        this.contacts = contacts;
        this.membership = membership;
        this.tagging = tagging;
        this.suppressions = suppressions;
        this.changes = changes;
    }

    /** Ends links and sessions as well. Nothing happens to one who is disabled already. */
    @PostMapping("/api/v1/contacts/{contact}/disable")
    @NeedsScope(ApiScope.CONTACTS_WRITE)
    ApiAnswer disable(ApiVisit visit, @PathVariable String contact) {
        ContactId id = held(visit, contact);
        membership.disable(visit.workspaceId(), id, visit.actor());
        return shown(visit, id);
    }

    @PostMapping("/api/v1/contacts/{contact}/enable")
    @NeedsScope(ApiScope.CONTACTS_WRITE)
    ApiAnswer enable(ApiVisit visit, @PathVariable String contact) {
        ContactId id = held(visit, contact);
        membership.enable(visit.workspaceId(), id, visit.actor());
        return shown(visit, id);
    }

    private ContactId held(ApiVisit visit, String contact) {
        Contact before = changes.hold(visit, contact);
        visit.takesNothing();
        visit.mustMatch(ContactShown.of(before));
        return before.id();
    }

    /** Lets mail go again to an address that none goes to since it bounced or somebody complained. */
    @PostMapping("/api/v1/contacts/{contact}/lift-suppression")
    @NeedsScope(ApiScope.CONTACTS_WRITE)
    ApiAnswer liftSuppression(ApiVisit visit, @PathVariable String contact) {
        Contact known = changes.hold(visit, contact);
        visit.query().end();
        Fields body = visit.body();
        Optional<String> reason = body.text("reason", LONGEST_REASON).filter(said -> !said.isBlank());
        if (reason.isEmpty()) {
            body.missing("reason");
        }
        body.end();
        boolean lifted = known.email()
                .filter(address ->
                        suppressions.lift(visit.workspaceId(), address, known.id(), reason.orElse(""), visit.actor()))
                .isPresent();
        if (!lifted) {
            throw ApiProblem.of(HttpStatus.CONFLICT, "not_suppressed", "Mail goes to this contact already.");
        }
        return shown(visit, known.id());
    }

    /** Takes tags off and puts tags on, in this order; those that are off or on already stay so. */
    @PostMapping("/api/v1/contacts/{contact}/tags")
    @NeedsScope(ApiScope.CONTACTS_WRITE)
    ApiAnswer tag(ApiVisit visit, @PathVariable String contact) {
        Contact before = changes.hold(visit, contact);
        visit.query().end();
        Fields body = visit.body();
        List<String> off = ContactBody.tags(body, "remove");
        List<String> on = ContactBody.tags(body, "add");
        body.end();
        visit.mustMatch(ContactShown.of(before));
        Selection only = Selection.of(before.id());
        off.forEach(tag -> tagging.remove(visit.workspaceId(), only, tag, visit.actor()));
        on.forEach(tag -> tagging.add(visit.workspaceId(), only, tag, visit.actor()));
        return shown(visit, before.id());
    }

    private ApiAnswer shown(ApiVisit visit, ContactId id) {
        return ApiAnswer.ok(ContactShown.of(contacts.get(visit.workspaceId(), id)))
                .withTag();
    }
}
