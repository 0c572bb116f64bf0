package io.portico.api.contacts;

import io.portico.contacts.Contact;
import io.portico.contacts.Standing;
import io.portico.kernel.EmailAddress;
import io.portico.kernel.Language;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A contact as the API shows it. */
record ContactShown(
        String id,
        String name,
        String firstName,
        String lastName,
        Optional<String> email,
        boolean emailVerified,
        Optional<String> phone,
        Optional<String> language,
        Optional<String> timeZone,
        List<String> tags,
        Map<String, String> customFields,
        String source,
        String state,
        Optional<Instant> invitedAt,
        Optional<Instant> joinedAt,
        Optional<Instant> disabledAt,
        Optional<Instant> lastSignInAt,
        Instant createdAt) {
    static ContactShown of(Contact contact) {
        Standing standing = contact.standing();
        return new ContactShown(
                contact.id().toString(),
                contact.name().full(),
                contact.name().first(),
                contact.name().last(),
                contact.email().map(EmailAddress::value),
                contact.emailVerified(),
                contact.phone(),
                contact.language().map(Language::tag),
                contact.timeZone().map(ZoneId::getId),
                contact.tags(),
                // In an order that is the same on every node, as the entity tag depends on it.
                new TreeMap<>(contact.custom()),
                contact.source(),
                contact.state().word(),
                Optional.ofNullable(standing.invitedAt()),
                Optional.ofNullable(standing.joinedAt()),
                Optional.ofNullable(standing.disabledAt()),
                contact.lastSignInAt(),
                contact.createdAt());
    }
}
