package io.portico.console.people;

import gg.jte.generated.precompiled.Templates;
import io.portico.contacts.Contact;
import io.portico.kernel.EmailAddress;
import io.portico.mail.Suppressions;
import io.portico.web.Answer;
import io.portico.web.ConsoleController;
import io.portico.web.ConsoleVisit;
import io.portico.web.FormErrors;
import io.portico.web.Needs;
import io.portico.web.NotFound;
import io.portico.web.Notice;
import io.portico.workspace.Permission;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Lets mail go again to a contact whose address is suppressed. */
@ConsoleController
class SuppressionController {
    private final Templates templates;
    private final VisitedContacts visited;
    private final ContactPages pages;
    private final Suppressions suppressions;

    SuppressionController(Templates templates, VisitedContacts visited, ContactPages pages, Suppressions suppressions) {
        this.templates = templates;
        this.visited = visited;
        this.pages = pages;
        this.suppressions = suppressions;
    }

    @PostMapping("/w/{workspace}/people/{contact}/suppression/lift")
    @Needs(Permission.LET_IN)
    Answer lift(
            ConsoleVisit visit,
            @PathVariable("contact") String id,
            @RequestParam(name = "reason", defaultValue = "") String typed) {
        Contact contact = visited.get(visit, id);
        EmailAddress address = contact.email().orElseThrow(() -> new NotFound("address"));
        String reason = typed.strip();
        FormErrors errors = SuppressedAddress.check(reason, visit.texts());
        if (!errors.isEmpty()) {
            return Answer.invalid(templates.consolePeopleContact(pages.of(visit, contact, typed, errors)));
        }
        boolean lifted = suppressions.lift(visit.workspaceId(), address, contact.id(), reason, visit.actor());
        return Answer.seeOther(visit.at("/people/" + contact.id()))
                .saying(lifted ? Notice.done("suppression.lifted", address) : Notice.warning("suppression.none"));
    }
}
