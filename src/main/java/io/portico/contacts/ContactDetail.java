package io.portico.contacts;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** One of the details of a contact, as a fact names what changed. */
public enum ContactDetail {
    NAME(ContactDetails::name),
    EMAIL(ContactDetails::email),
    PHONE(ContactDetails::phone),
    LANGUAGE(ContactDetails::language),
    TIME_ZONE(ContactDetails::timeZone),
    TAGS(ContactDetails::tags);

    private final Function<ContactDetails, Object> value;

    ContactDetail(Function<ContactDetails, Object> value) {
        this.value = value;
    }

    private String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The words of what differs between two states. */
    public static List<String> changed(ContactDetails before, ContactDetails after) {
        return Arrays.stream(values())
                .filter(detail -> !detail.value.apply(before).equals(detail.value.apply(after)))
                .map(ContactDetail::word)
                .toList();
    }
}
