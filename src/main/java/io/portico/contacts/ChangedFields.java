package io.portico.contacts;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Names what differs between two states of a contact's details. */
final class ChangedFields {
    private ChangedFields() {}

    static List<String> between(ContactDetails before, ContactDetails after) {
        List<String> changed = new ArrayList<>();
        note(changed, "name", before, after, ContactDetails::name);
        note(changed, "email", before, after, ContactDetails::email);
        note(changed, "phone", before, after, ContactDetails::phone);
        note(changed, "language", before, after, ContactDetails::language);
        note(changed, "time_zone", before, after, ContactDetails::timeZone);
        note(changed, "tags", before, after, ContactDetails::tags);
        return changed;
    }

    private static void note(
            List<String> changed,
            String field,
            ContactDetails before,
            ContactDetails after,
            Function<ContactDetails, Object> part) {
        if (!part.apply(before).equals(part.apply(after))) {
            changed.add(field);
        }
    }
}
