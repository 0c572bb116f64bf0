package io.portico.console.people;

import io.portico.contacts.Contact;
import io.portico.kernel.EmailAddress;
import io.portico.web.ConsoleVisit;
import io.portico.web.Field;
import io.portico.web.FormErrors;
import io.portico.web.PageModel;

/** Asks whether a contact is really to be deleted: their address, or else what they are called, must be typed. */
public record DeleteContactPage(ConsoleVisit visit, Contact contact, String typed, FormErrors errors)
        implements PageModel {
    static DeleteContactPage of(ConsoleVisit visit, Contact contact, String typed, FormErrors errors) {
        return new DeleteContactPage(visit, contact, typed, errors);
    }

    static boolean confirms(String typed, Contact contact) {
        String plain = typed.strip();
        return plain.equalsIgnoreCase(wordOf(contact)) || plain.equalsIgnoreCase(contact.display());
    }

    private static String wordOf(Contact contact) {
        return contact.email().map(EmailAddress::value).orElseGet(contact::display);
    }

    @Override
    public ConsoleVisit frame() {
        return visit;
    }

    /** What has to be typed. */
    public String word() {
        return wordOf(contact);
    }

    public String path() {
        return visit.at("/people/" + contact.id());
    }

    public Field confirmation() {
        return Field.text("confirmation", t("people.delete.confirmation", word()), typed, errors);
    }
}
