package io.portico.access;

import io.portico.contacts.Contact;
import io.portico.contacts.People;
import io.portico.kernel.EmailAddress;
import io.portico.kernel.WorkspaceId;
import io.portico.mail.ContactFields;
import io.portico.mail.CustomValue;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** What a contact gives to texts: the custom values {@code contact.*}. */
@Component
class ContactValues implements ContactFields {
    private final People people;

    ContactValues(People people) {
        this.people = people;
    }

    @Override
    public List<String> of(WorkspaceId workspace) {
        return people.fieldNames(workspace);
    }

    /** Of fields with the same value name, the first that is filled, by name, counts. */
    static Map<CustomValue, String> of(Contact contact) {
        Map<CustomValue, String> values = new HashMap<>();
        new TreeMap<>(contact.custom())
                .forEach((field, value) -> values.merge(
                        CustomValue.ofContactField(field), value, (first, second) -> first.isBlank() ? second : first));
        values.put(CustomValue.CONTACT_NAME, contact.name().full());
        values.put(CustomValue.CONTACT_FIRST_NAME, contact.name().first());
        values.put(CustomValue.CONTACT_LAST_NAME, contact.name().last());
        values.put(
                CustomValue.CONTACT_EMAIL,
                contact.email().map(EmailAddress::value).orElse(""));
        values.put(CustomValue.CONTACT_PHONE, contact.phone().orElse(""));
        return values;
    }
}
