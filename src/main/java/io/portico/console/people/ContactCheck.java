package io.portico.console.people;

import io.portico.contacts.ContactDetails;
import io.portico.contacts.PersonName;
import io.portico.contacts.Tags;
import io.portico.contacts.csv.Complaint;
import io.portico.kernel.EmailAddress;
import io.portico.kernel.Language;
import io.portico.kernel.PhoneNumber;
import io.portico.kernel.ZoneNames;
import io.portico.web.FormErrors;
import io.portico.web.Texts;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Reads a {@link ContactForm}: the details it stands for, or what is wrong with it in {@link #errors}. */
final class ContactCheck {
    private final ContactForm form;
    private final Texts texts;
    private final FormErrors errors = new FormErrors();

    ContactCheck(ContactForm form, Texts texts) {
        this.form = form;
        this.texts = texts;
    }

    FormErrors errors() {
        return errors;
    }

    /** Empty when something is wrong. */
    Optional<ContactDetails> details() {
        var read = new ContactDetails(
                name(),
                email(),
                optional("phone", form.phone(), PhoneNumber::parse, "people.form.phone-invalid")
                        .map(PhoneNumber::value),
                optional("language", form.language(), Language::parse, "people.form.choice-invalid"),
                optional("timeZone", form.timeZone(), ZoneNames::parse, "people.form.choice-invalid"),
                tags());
        if (errors.isEmpty() && isNobody(read)) {
            errors.put("firstName", texts.t("people.form.nobody"));
        }
        return errors.isEmpty() ? Optional.of(read) : Optional.empty();
    }

    private static boolean isNobody(ContactDetails read) {
        return read.name().isEmpty() && read.email().isEmpty() && read.phone().isEmpty();
    }

    private PersonName name() {
        return new PersonName(namePart("firstName", form.firstName()), namePart("lastName", form.lastName()));
    }

    private String namePart(String field, String typed) {
        if (typed.strip().length() > PersonName.LONGEST_PART) {
            errors.put(field, texts.t("people.form.name-too-long", PersonName.LONGEST_PART));
            return "";
        }
        return typed;
    }

    private Optional<EmailAddress> email() {
        if (form.email().isBlank()) {
            return Optional.empty();
        }
        return switch (EmailAddress.check(form.email())) {
            case EmailAddress.Check.Accepted(EmailAddress address) -> Optional.of(address);
            case EmailAddress.Check.Refused(EmailAddress.Reason reason) -> {
                errors.put("email", texts.t(new Complaint.BadEmail(reason).labelKey()));
                yield Optional.empty();
            }
        };
    }

    private <T> Optional<T> optional(String field, String typed, Function<String, Optional<T>> parse, String refusal) {
        if (typed.isBlank()) {
            return Optional.empty();
        }
        Optional<T> value = parse.apply(typed);
        if (value.isEmpty()) {
            errors.put(field, texts.t(refusal));
        }
        return value;
    }

    private List<String> tags() {
        return switch (Tags.check(form.tags())) {
            case Tags.Check.Accepted(List<String> tags) -> tags;
            case Tags.Check.TooLong(String tag) -> {
                errors.put("tags", texts.t("people.form.tag-too-long", tag.substring(0, 20), Tags.LONGEST));
                yield List.of();
            }
            case Tags.Check.TooMany(int found) -> {
                errors.put("tags", texts.t("people.form.too-many-tags", found, Tags.MOST));
                yield List.of();
            }
        };
    }
}
