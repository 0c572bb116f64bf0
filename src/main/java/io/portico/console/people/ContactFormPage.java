package io.portico.console.people;

import io.portico.contacts.Contact;
import io.portico.kernel.Language;
import io.portico.web.ConsoleVisit;
import io.portico.web.Field;
import io.portico.web.FormErrors;
import io.portico.web.PageModel;
import io.portico.web.TimeZones;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The form by which a contact is created or edited.
 *
 * @param contact the one that is edited; empty for a new one
 * @param takenBy who has the typed address already
 */
public record ContactFormPage(
        ConsoleVisit visit, Optional<Contact> contact, ContactForm form, FormErrors errors, Optional<Contact> takenBy)
        implements PageModel {
    static ContactFormPage of(ConsoleVisit visit, Optional<Contact> contact, ContactForm form, FormErrors errors) {
        return new ContactFormPage(visit, contact, form, errors, Optional.empty());
    }

    /** With the message that the address is another contact's. */
    static ContactFormPage taken(ConsoleVisit visit, Optional<Contact> contact, ContactForm form, Contact by) {
        FormErrors errors = new FormErrors().put("email", visit.t("people.form.address-taken", by.display()));
        return new ContactFormPage(visit, contact, form, errors, Optional.of(by));
    }

    @Override
    public ConsoleVisit frame() {
        return visit;
    }

    public String title() {
        return contact.map(each -> t("people.form.edit-title", each.display()))
                .orElseGet(() -> t("people.form.new-title"));
    }

    /** Where the form is sent, and where it came from. */
    public String action() {
        return contact.map(each -> visit.at("/people/" + each.id())).orElseGet(() -> visit.at("/people"));
    }

    public Field firstName() {
        return Field.text("firstName", t("people.first-name"), form.firstName(), errors);
    }

    public Field lastName() {
        return Field.text("lastName", t("people.last-name"), form.lastName(), errors);
    }

    public Field email() {
        Field field =
                Field.text("email", t("people.email"), form.email(), errors).type("email");
        boolean mayLoseAccess = contact.flatMap(Contact::email).isPresent();
        return mayLoseAccess ? field.hint(t("people.form.email-hint")) : field;
    }

    public Field phone() {
        return Field.text("phone", t("people.phone"), form.phone(), errors).type("tel");
    }

    public Field language() {
        List<Field.Option> options = new ArrayList<>(List.of(new Field.Option(
                "",
                t("people.form.workspace-default", visit.workspace().language().ownName()))));
        for (Language each : Language.values()) {
            options.add(new Field.Option(each.tag(), each.ownName()));
        }
        return Field.select("language", t("people.language"), form.language(), options, errors);
    }

    public Field timeZone() {
        List<Field.Option> options = new ArrayList<>(List.of(new Field.Option(
                "",
                t("people.form.workspace-default", visit.workspace().timeZone().getId()))));
        options.addAll(TimeZones.options(form.timeZone()));
        return Field.select("timeZone", t("people.time-zone"), form.timeZone(), options, errors);
    }

    public Field tags() {
        return Field.text("tags", t("people.tags"), form.tags(), errors).hint(t("people.form.tags-hint"));
    }
}
