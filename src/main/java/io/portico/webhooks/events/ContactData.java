package io.portico.webhooks.events;

import io.portico.contacts.Contact;
import io.portico.kernel.ContactId;
import io.portico.kernel.EmailAddress;
import io.portico.kernel.Language;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * A contact as it is when the event is first sent; of one that was deleted since, the id alone is left.
 *
 * @param state the membership in one word, such as {@code invited}; {@code deleted} for one that is gone
 */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
public record ContactData(
        ContactId id,
        Optional<String> email,
        boolean emailVerified,
        String firstName,
        String lastName,
        Optional<String> phone,
        Optional<Language> language,
        List<String> tags,
        Map<String, String> customFields,
        String state) {
    public ContactData {
        tags = List.copyOf(tags);
        customFields = new TreeMap<>(customFields);
    }

    static ContactData of(Contact contact) {
        return new ContactData(
                contact.id(),
                contact.email().map(EmailAddress::value),
                contact.emailVerified(),
                contact.name().first(),
                contact.name().last(),
                contact.phone(),
                contact.language(),
                contact.tags(),
                contact.custom(),
                contact.state().word());
    }

    static ContactData deleted(ContactId id) {
        return new ContactData(
                id,
                Optional.empty(),
                false,
                "",
                "",
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Map.of(),
                "deleted");
    }
}
