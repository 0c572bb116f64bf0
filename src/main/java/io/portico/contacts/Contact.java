package io.portico.contacts;

import io.portico.kernel.ContactId;
import io.portico.kernel.EmailAddress;
import io.portico.kernel.Language;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A person known to a workspace. */
public record Contact(
        ContactId id,
        PersonName name,
        Optional<EmailAddress> email,
        boolean emailVerified,
        Optional<String> phone,
        Optional<Language> language,
        Optional<ZoneId> timeZone,
        List<String> tags,
        Map<String, String> custom,
        String source,
        Instant createdAt,
        Optional<Instant> lastSignInAt,
        Standing standing) {

    public Contact {
        tags = List.copyOf(tags);
        custom = Map.copyOf(custom);
    }

    public MembershipState state() {
        return standing.state();
    }

    /** What to call the contact on a page: the name, else the address, else the phone number, else empty. */
    public String display() {
        return name.isEmpty() ? email.map(EmailAddress::value).or(() -> phone).orElse("") : name.full();
    }
}
