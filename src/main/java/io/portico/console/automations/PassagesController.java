package io.portico.console.automations;

import gg.jte.generated.precompiled.Templates;
import io.portico.automation.Automation;
import io.portico.automation.PassageQuery;
import io.portico.contacts.Contact;
import io.portico.contacts.Contacts;
import io.portico.kernel.ContactId;
import io.portico.web.Answer;
import io.portico.web.ConsoleController;
import io.portico.web.ConsoleVisit;
import io.portico.web.Needs;
import io.portico.web.NotFound;
import io.portico.workspace.Permission;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Shows what an automation did for one contact. */
@ConsoleController
class PassagesController {
    private static final int LATEST = 50;

    private final Templates templates;
    private final VisitedAutomations visited;
    private final Contacts contacts;
    private final ContactAutomations passages;

    PassagesController(
            Templates templates, VisitedAutomations visited, Contacts contacts, ContactAutomations passages) {
        this.templates = templates;
        this.visited = visited;
        this.contacts = contacts;
        this.passages = passages;
    }

    @GetMapping("/w/{workspace}/automations/{automation}/people/{contact}")
    @Needs(Permission.READ)
    Answer show(ConsoleVisit visit, @PathVariable String automation, @PathVariable String contact) {
        Automation found = visited.find(visit, automation);
        Contact known = ContactId.parse(contact)
                .flatMap(id -> contacts.find(visit.workspaceId(), id))
                .orElseThrow(() -> new NotFound("contact"));
        return Answer.page(templates.consoleAutomationsContact(new ContactHistoryPage(
                visit, found, known, passages.cards(visit, PassageQuery.of(known.id(), found.id(), LATEST)))));
    }
}
