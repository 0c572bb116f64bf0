package io.portico.api.contacts;

import io.portico.api.ApiProblem;
import io.portico.api.Fields;
import io.portico.contacts.Contact;
import io.portico.contacts.ContactDetails;
import io.portico.contacts.CustomFields;
import io.portico.contacts.NewContact;
import io.portico.contacts.PersonName;
import io.portico.contacts.Tags;
import io.portico.contacts.csv.ColumnTarget;
import io.portico.kernel.EmailAddress;
import io.portico.kernel.Language;
import io.portico.kernel.PhoneNumber;
import io.portico.kernel.ZoneNames;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What a body says of a contact: each field, and whether it was said at all. */
record ContactBody(
        Said<String> firstName,
        Said<String> lastName,
        Said<EmailAddress> email,
        Said<String> phone,
        Said<Language> language,
        Said<ZoneId> timeZone,
        Said<List<String>> tags,
        Map<String, Optional<String>> custom,
        Optional<String> source) {
    static final String SOURCE = "api";

    private static final int LONGEST = ContactForms.LONGEST;
    private static final int MOST_CUSTOM = 50;
    private static final int LONGEST_CUSTOM = 2000;

    /**
     * A field of the body.
     *
     * @param there false when it was not said; what it was before then stays
     * @param value empty to clear it
     */
    record Said<T>(boolean there, Optional<T> value) {
        static <T> Said<T> of(Fields body, String name, Optional<T> value) {
            return new Said<>(body.has(name), value);
        }

        Optional<T> over(Optional<T> before) {
            return there ? value : before;
        }
    }

    /** Reads the whole body of somebody new. */
    static ContactBody ofSomebody(Fields fields) {
        ContactBody body = of(fields);
        if (body.isOfNobody() && !fields.isFaulty("first_name", "last_name", "email", "phone")) {
            fields.fault("email", "missing", ContactForms.SOMEBODY);
        }
        fields.end();
        return body;
    }

    /** Reads the fields; the caller {@linkplain Fields#end ends} the body. */
    static ContactBody of(Fields body) {
        return new ContactBody(
                Said.of(body, "first_name", body.text("first_name", PersonName.LONGEST_PART)),
                Said.of(body, "last_name", body.text("last_name", PersonName.LONGEST_PART)),
                Said.of(
                        body,
                        "email",
                        body.parsed("email", ContactForms.LONGEST_EMAIL, EmailAddress::parse, ContactForms.EMAIL)),
                Said.of(
                        body,
                        "phone",
                        body.parsed("phone", LONGEST, PhoneNumber::parse, ContactForms.PHONE)
                                .map(PhoneNumber::value)),
                Said.of(body, "language", body.parsed("language", LONGEST, Language::parse, ContactForms.LANGUAGE)),
                Said.of(body, "time_zone", body.parsed("time_zone", LONGEST, ZoneNames::parse, ContactForms.TIME_ZONE)),
                Said.of(body, "tags", Optional.of(tags(body, "tags"))),
                body.object("custom_fields")
                        .map(custom -> custom.all(
                                MOST_CUSTOM, ColumnTarget.Custom::isName, ContactForms.CUSTOM_NAME, LONGEST_CUSTOM))
                        .orElseGet(Map::of),
                body.parsed(
                        "source",
                        LONGEST,
                        text -> Optional.of(text.strip()).filter(source -> !source.isEmpty()),
                        "It must not be empty."));
    }

    /** Tags as the console takes them: without commas, none twice in any spelling. */
    static List<String> tags(Fields body, String name) {
        List<String> typed = body.texts(name, Tags.MOST, Tags.LONGEST);
        if (typed.stream().anyMatch(tag -> tag.isBlank() || tag.contains(","))) {
            body.fault(name, "invalid_value", "A tag is not empty and has no comma.");
            return List.of();
        }
        return Tags.check(Tags.join(typed)) instanceof Tags.Check.Accepted(List<String> tags) ? tags : List.of();
    }

    private boolean isOfNobody() {
        return Stream.of(firstName, lastName, email, phone)
                .flatMap(said -> said.value().stream())
                .allMatch(value -> value.toString().isBlank());
    }

    NewContact asNew() {
        return new NewContact(
                new PersonName(firstName.value().orElse(""), lastName.value().orElse("")),
                email.value(),
                phone.value(),
                language.value(),
                timeZone.value(),
                tags.value().orElse(List.of()),
                customOver(Map.of()),
                source.orElse(SOURCE));
    }

    /** The details with what was said in the place of what was there. */
    ContactDetails over(ContactDetails before) {
        return details(before, tags.over(Optional.of(before.tags())).orElse(List.of()));
    }

    /** The same, but tags come to those that are there. */
    ContactDetails addedTo(ContactDetails before) {
        List<String> all = Stream.concat(before.tags().stream(), tags.value().orElse(List.of()).stream())
                .toList();
        List<String> tagged = Tags.check(Tags.join(all)) instanceof Tags.Check.Accepted(List<String> accepted)
                ? accepted
                : before.tags();
        return details(before, tagged);
    }

    private ContactDetails details(ContactDetails before, List<String> tagged) {
        return new ContactDetails(
                new PersonName(
                        firstName.over(Optional.of(before.name().first())).orElse(""),
                        lastName.over(Optional.of(before.name().last())).orElse("")),
                email.over(before.email()),
                phone.over(before.phone()),
                language.over(before.language()),
                timeZone.over(before.timeZone()),
                tagged);
    }

    /**
     * The custom fields with what was said in their places; null takes one away.
     *
     * @throws ApiProblem when there would be more of them than before, and more than a contact has
     */
    Map<String, String> customOver(Map<String, String> before) {
        Map<String, String> after = new HashMap<>(before);
        custom.forEach((name, value) -> value.ifPresentOrElse(text -> after.put(name, text), () -> after.remove(name)));
        if (!CustomFields.mayBecome(before, after)) {
            throw ApiProblem.ofField(
                    "custom_fields",
                    "too_many",
                    "A contact has at most %d custom fields, and would have %d. Take others away with null."
                            .formatted(CustomFields.MOST, after.size()));
        }
        return after;
    }

    boolean changesCustomOf(Contact contact) {
        return !customOver(contact.custom()).equals(contact.custom());
    }
}
