package io.portico.console.outreach;

import io.portico.contacts.Contact;
import java.util.List;

/**
 * Who is chosen, as the part {@code console/outreach/recipients.jte} shows it.
 *
 * @param count how many are chosen in all
 * @param named the chosen ones when they are few enough to be named one by one
 * @param found contacts that match what is searched for and are not chosen yet
 */
public record Recipients(RecipientsForm form, long count, List<Contact> named, List<Contact> found) {
    public Recipients {
        named = List.copyOf(named);
        found = List.copyOf(found);
    }

    /** Whether each is named; otherwise the page tells the number alone. */
    public boolean areNamed() {
        return !form.all() && named.size() == count;
    }

    /** The ids to carry in the form. */
    public List<String> ids() {
        return form.all() ? List.of() : form.ids().stream().map(Object::toString).toList();
    }

    /** What to call a contact without name and address. */
    public static String nameOf(Contact contact, String nameless) {
        return contact.display().isEmpty() ? nameless : contact.display();
    }
}
