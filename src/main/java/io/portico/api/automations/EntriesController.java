package io.portico.api.automations;

import io.portico.access.keys.ApiScope;
import io.portico.api.ApiAnswer;
import io.portico.api.ApiController;
import io.portico.api.ApiProblem;
import io.portico.api.ApiVisit;
import io.portico.api.Fields;
import io.portico.api.NeedsScope;
import io.portico.api.Paging;
import io.portico.api.Query;
import io.portico.automation.Automation;
import io.portico.automation.AutomationHistory;
import io.portico.automation.Automations;
import io.portico.automation.Entrance;
import io.portico.automation.Passage;
import io.portico.automation.PassageQuery;
import io.portico.contacts.Contact;
import io.portico.contacts.Contacts;
import io.portico.kernel.AutomationId;
import io.portico.kernel.ContactId;
import io.portico.kernel.EmailAddress;
import io.portico.kernel.EntryId;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Lets contacts into automations, and lists who entered and what was done for them. */
@ApiController
class EntriesController {
    private static final int LONGEST = 320;
    private static final String NO_ID = "It must be the id of a contact.";

    private final Automations automations;
    private final Entrance entrance;
    private final AutomationHistory history;
    private final Contacts contacts;
    private final DefinitionJson definitions;

    EntriesController(
            Automations automations,
            Entrance entrance,
            AutomationHistory history,
            Contacts contacts,
            DefinitionJson definitions) {
        this.automations = automations;
        this.entrance = entrance;
        this.history = history;
        this.contacts = contacts;
        this.definitions = definitions;
    }

    /** The latest first. */
    @GetMapping("/api/v1/automations/{automation}/entries")
    @NeedsScope(ApiScope.AUTOMATIONS_READ)
    ApiAnswer list(ApiVisit visit, @PathVariable String automation) {
        Automation known = KnownAutomation.in(visit, automations, automation);
        Query query = visit.query();
        Optional<ContactId> contact = query.parsed("contact_id", ContactId::parse, NO_ID);
        return list(visit, query, Optional.of(known.id()), contact);
    }

    /** Of one contact in all automations, the latest first; nothing of one who was deleted. */
    @GetMapping("/api/v1/contacts/{contact}/entries")
    @NeedsScope(ApiScope.AUTOMATIONS_READ)
    ApiAnswer ofContact(ApiVisit visit, @PathVariable String contact) {
        Contact known = contacts.find(visit.workspaceId(), ApiVisit.id(contact, ContactId::parse))
                .orElseThrow(ApiProblem::notFound);
        return list(visit, visit.query(), Optional.empty(), Optional.of(known.id()));
    }

    private ApiAnswer list(
            ApiVisit visit, Query query, Optional<AutomationId> automation, Optional<ContactId> contact) {
        Paging paging = visit.paging(query);
        query.end();
        List<Passage> found = history.passages(
                visit.workspaceId(),
                new PassageQuery(automation, contact, paging.after().flatMap(EntryId::parse), paging.wanted()));
        return ApiAnswer.ok(paging.page(found, passage -> passage.id().toString())
                .map(passage -> PassageShown.of(passage, definitions)));
    }

    /** Lets a contact in, whatever starts it otherwise. */
    @PostMapping("/api/v1/automations/{automation}/entries")
    @NeedsScope(ApiScope.AUTOMATIONS_WRITE)
    ApiAnswer enter(ApiVisit visit, @PathVariable String automation) {
        visit.query().end();
        Automation known = KnownAutomation.in(visit, automations, automation);
        Fields body = visit.body();
        Optional<ContactId> id = body.parsed("contact_id", LONGEST, ContactId::parse, NO_ID);
        Optional<EmailAddress> email =
                body.parsed("email", LONGEST, EmailAddress::parse, "It must be an e-mail address.");
        if (id.isEmpty() && email.isEmpty() && !body.isFaulty("email")) {
            body.missing("contact_id");
        }
        body.end();
        Contact contact = id.flatMap(each -> contacts.find(visit.workspaceId(), each))
                .or(() -> email.flatMap(each -> contacts.withEmail(visit.workspaceId(), each)))
                .orElseThrow(ApiProblem::notFound);
        if (!known.isActive()) {
            throw ApiProblem.of(HttpStatus.CONFLICT, "not_on", "It is a draft, or paused. Publish or resume it first.");
        }
        return ApiAnswer.ok(EntryShown.of(contact.id(), entered(visit, known, contact)));
    }

    private Optional<KeptOut> entered(ApiVisit visit, Automation automation, Contact contact) {
        if (!automation.definition().admits(contact)) {
            return Optional.of(KeptOut.CONDITIONS);
        }
        return entrance.enter(visit.workspaceId(), automation.id(), contact.id())
                ? Optional.empty()
                : Optional.of(KeptOut.NOT_AGAIN_YET);
    }
}
