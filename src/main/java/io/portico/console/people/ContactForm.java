package io.portico.console.people;

import io.portico.contacts.Contact;
import io.portico.contacts.Tags;
import io.portico.kernel.EmailAddress;
import io.portico.kernel.Language;
import java.time.ZoneId;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What was typed into a contact's form, as it was typed. */
public record ContactForm(
        String firstName, String lastName, String email, String phone, String language, String timeZone, String tags) {
    static final ContactForm EMPTY = new ContactForm("", "", "", "", "", "", "");

    public ContactForm(
            @Nullable String firstName,
            @Nullable String lastName,
            @Nullable String email,
            @Nullable String phone,
            @Nullable String language,
            @Nullable String timeZone,
            @Nullable String tags) {
        this.firstName = Objects.requireNonNullElse(firstName, "");
        this.lastName = Objects.requireNonNullElse(lastName, "");
        this.email = Objects.requireNonNullElse(email, "");
        this.phone = Objects.requireNonNullElse(phone, "");
        this.language = Objects.requireNonNullElse(language, "");
        this.timeZone = Objects.requireNonNullElse(timeZone, "");
        this.tags = Objects.requireNonNullElse(tags, "");
    }

    static ContactForm of(Contact contact) {
        return new ContactForm(
                contact.name().first(),
                contact.name().last(),
                contact.email().map(EmailAddress::value).orElse(""),
                contact.phone().orElse(""),
                contact.language().map(Language::tag).orElse(""),
                contact.timeZone().map(ZoneId::getId).orElse(""),
                Tags.join(contact.tags()));
    }
}
