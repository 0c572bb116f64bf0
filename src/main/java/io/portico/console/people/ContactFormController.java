package io.portico.console.people;

import gg.jte.generated.precompiled.Templates;
import io.portico.access.Membership;
import io.portico.contacts.Contact;
import io.portico.contacts.ContactDetails;
import io.portico.contacts.Contacts;
import io.portico.contacts.NewContact;
import io.portico.contacts.SaveResult;
import io.portico.web.Answer;
import io.portico.web.ConsoleController;
import io.portico.web.ConsoleVisit;
import io.portico.web.FormErrors;
import io.portico.web.Needs;
import io.portico.web.Notice;
import io.portico.workspace.Permission;
import java.util.Map;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Creates and edits a contact. */
@ConsoleController
class ContactFormController {
    private static final String SOURCE = "console";

    private final Templates templates;
    private final Contacts contacts;
    private final VisitedContacts visited;
    private final Membership membership;

    ContactFormController(Templates templates, Contacts contacts, VisitedContacts visited, Membership membership) {
        this.templates = templates;
        this.contacts = contacts;
        this.visited = visited;
        this.membership = membership;
    }

    @GetMapping("/w/{workspace}/people/new")
    @Needs(Permission.EDIT_PEOPLE)
    Answer blank(ConsoleVisit visit) {
        return Answer.page(templates.consolePeopleForm(
                ContactFormPage.of(visit, Optional.empty(), ContactForm.EMPTY, FormErrors.none())));
    }

    @PostMapping("/w/{workspace}/people")
    @Needs(Permission.EDIT_PEOPLE)
    Answer create(ConsoleVisit visit, @ModelAttribute ContactForm form) {
        ContactCheck check = new ContactCheck(form, visit.texts());
        return check.details()
                .map(details -> created(visit, form, details))
                .orElseGet(() -> again(ContactFormPage.of(visit, Optional.empty(), form, check.errors())));
    }

    private Answer created(ConsoleVisit visit, ContactForm form, ContactDetails details) {
        var wanted = new NewContact(
                details.name(),
                details.email(),
                details.phone(),
                details.language(),
                details.timeZone(),
                details.tags(),
                Map.of(),
                SOURCE);
        return switch (contacts.create(visit.workspaceId(), wanted, visit.actor())) {
            case SaveResult.Saved(Contact contact) ->
                Answer.seeOther(visit.at("/people/" + contact.id()))
                        .saying(Notice.done("people.created", contact.display()));
            case SaveResult.AddressTaken(Contact by) -> again(ContactFormPage.taken(visit, Optional.empty(), form, by));
        };
    }

    @GetMapping("/w/{workspace}/people/{contact}/edit")
    @Needs(Permission.EDIT_PEOPLE)
    Answer edit(ConsoleVisit visit, @PathVariable("contact") String id) {
        Contact contact = visited.get(visit, id);
        return Answer.page(templates.consolePeopleForm(
                ContactFormPage.of(visit, Optional.of(contact), ContactForm.of(contact), FormErrors.none())));
    }

    @PostMapping("/w/{workspace}/people/{contact}")
    @Needs(Permission.EDIT_PEOPLE)
    Answer update(ConsoleVisit visit, @PathVariable("contact") String id, @ModelAttribute ContactForm form) {
        Contact contact = visited.get(visit, id);
        ContactCheck check = new ContactCheck(form, visit.texts());
        return check.details()
                .map(details -> updated(visit, contact, form, details))
                .orElseGet(() -> again(ContactFormPage.of(visit, Optional.of(contact), form, check.errors())));
    }

    private Answer updated(ConsoleVisit visit, Contact contact, ContactForm form, ContactDetails details) {
        return switch (membership.update(visit.workspaceId(), contact.id(), details, visit.actor())) {
            case SaveResult.Saved(Contact saved) ->
                Answer.seeOther(visit.at("/people/" + saved.id()))
                        .saying(Notice.done("people.updated", saved.display()));
            case SaveResult.AddressTaken(Contact by) ->
                again(ContactFormPage.taken(visit, Optional.of(contact), form, by));
        };
    }

    private Answer again(ContactFormPage page) {
        return Answer.invalid(templates.consolePeopleForm(page));
    }
}
