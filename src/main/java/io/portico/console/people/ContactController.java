package io.portico.console.people;

import gg.jte.generated.precompiled.Templates;
import io.portico.access.Membership;
import io.portico.contacts.Contact;
import io.portico.web.Answer;
import io.portico.web.ConsoleController;
import io.portico.web.ConsoleVisit;
import io.portico.web.FormErrors;
import io.portico.web.Needs;
import io.portico.web.Notice;
import io.portico.workspace.Permission;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Shows a contact, and shuts them out, lets them in again or deletes them. */
@ConsoleController
class ContactController {
    private final Templates templates;
    private final VisitedContacts visited;
    private final ContactPages pages;
    private final Membership membership;

    ContactController(Templates templates, VisitedContacts visited, ContactPages pages, Membership membership) {
        this.templates = templates;
        this.visited = visited;
        this.pages = pages;
        this.membership = membership;
    }

    @GetMapping("/w/{workspace}/people/{contact}")
    @Needs(Permission.READ)
    Answer show(ConsoleVisit visit, @PathVariable("contact") String id) {
        return Answer.page(templates.consolePeopleContact(pages.of(visit, visited.get(visit, id))));
    }

    @PostMapping("/w/{workspace}/people/{contact}/disable")
    @Needs(Permission.REMOVE_PEOPLE)
    Answer disable(ConsoleVisit visit, @PathVariable("contact") String id) {
        Contact contact = visited.get(visit, id);
        membership.disable(visit.workspaceId(), contact.id(), visit.actor());
        return Answer.seeOther(pathOf(visit, contact)).saying(Notice.done("people.disabled", contact.display()));
    }

    @PostMapping("/w/{workspace}/people/{contact}/enable")
    @Needs(Permission.REMOVE_PEOPLE)
    Answer enable(ConsoleVisit visit, @PathVariable("contact") String id) {
        Contact contact = visited.get(visit, id);
        membership.enable(visit.workspaceId(), contact.id(), visit.actor());
        return Answer.seeOther(pathOf(visit, contact)).saying(Notice.done("people.enabled", contact.display()));
    }

    @GetMapping("/w/{workspace}/people/{contact}/delete")
    @Needs(Permission.REMOVE_PEOPLE)
    Answer askBeforeDeletion(ConsoleVisit visit, @PathVariable("contact") String id) {
        return Answer.page(templates.consolePeopleDelete(
                DeleteContactPage.of(visit, visited.get(visit, id), "", FormErrors.none())));
    }

    @PostMapping("/w/{workspace}/people/{contact}/delete")
    @Needs(Permission.REMOVE_PEOPLE)
    Answer delete(
            ConsoleVisit visit,
            @PathVariable("contact") String id,
            @RequestParam(name = "confirmation", defaultValue = "") String typed) {
        Contact contact = visited.get(visit, id);
        if (!DeleteContactPage.confirms(typed, contact)) {
            var errors = new FormErrors().put("confirmation", visit.t("people.delete.mismatch"));
            return Answer.invalid(templates.consolePeopleDelete(DeleteContactPage.of(visit, contact, typed, errors)));
        }
        membership.delete(visit.workspaceId(), contact.id(), visit.actor());
        return Answer.seeOther(visit.at("/people")).saying(Notice.done("people.deleted", contact.display()));
    }

    private static String pathOf(ConsoleVisit visit, Contact contact) {
        return visit.at("/people/" + contact.id());
    }
}
