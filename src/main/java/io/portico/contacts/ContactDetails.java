package io.portico.contacts;

import io.portico.kernel.EmailAddress;
import io.portico.kernel.Language;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** The details of a contact that an operator or the contact may set; replaces what was there. */
public record ContactDetails(
        PersonName name,
        Optional<EmailAddress> email,
        Optional<String> phone,
        Optional<Language> language,
        Optional<ZoneId> timeZone,
        List<String> tags) {
    public ContactDetails {
        tags = List.copyOf(tags);
    }

    public static ContactDetails of(Contact contact) {
        return new ContactDetails(
                contact.name(),
                contact.email(),
                contact.phone(),
                contact.language(),
                contact.timeZone(),
                contact.tags());
    }
}
