package io.portico.console.outreach;

import io.portico.console.people.SelectionForm;
import io.portico.contacts.Contact;
import io.portico.contacts.Selection;
import java.util.List;

/**
 * Who is chosen, as the part {@code console/outreach/recipients.jte} shows it.
 *
 * @param count how many are chosen in all
 * @param named the first of them
 * @param find what is searched for
 * @param found contacts that match the search and are not chosen yet
 */
public record Recipients(SelectionForm form, long count, List<Contact> named, String find, List<Contact> found) {
    public Recipients {
        named = List.copyOf(named);
        found = List.copyOf(found);
    }

    /** Whether all that match a filter are meant, rather than some by name. */
    public boolean areAll() {
        return form.selection() instanceof Selection.Matching;
    }

    /** Whether each is named; otherwise the page tells the number alone. */
    public boolean areNamed() {
        return named.size() == count;
    }

    /** What to call a contact without name and address. */
    public static String nameOf(Contact contact, String nameless) {
        return contact.display().isEmpty() ? nameless : contact.display();
    }
}
