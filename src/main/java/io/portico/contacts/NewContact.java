package io.portico.contacts;

import io.portico.kernel.EmailAddress;
import io.portico.kernel.Language;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is known of a person before they are a contact; {@code source} says how they came, such as "console". */
public record NewContact(
        PersonName name,
        Optional<EmailAddress> email,
        Optional<String> phone,
        Optional<Language> language,
        Optional<ZoneId> timeZone,
        List<String> tags,
        Map<String, String> custom,
        String source) {
    public NewContact {
        tags = List.copyOf(tags);
        custom = Map.copyOf(custom);
    }

    /** A person of whom only the address is known. */
    public static NewContact of(EmailAddress email, String source) {
        return new NewContact(
                PersonName.NONE,
                Optional.of(email),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Map.of(),
                source);
    }
}
