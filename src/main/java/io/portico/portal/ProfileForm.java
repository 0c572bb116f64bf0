package io.portico.portal;

import io.portico.contacts.Contact;
import io.portico.contacts.ContactDetails;
import io.portico.contacts.PersonName;
import io.portico.kernel.Language;
import io.portico.kernel.PhoneNumber;
import io.portico.kernel.ZoneNames;
import io.portico.web.FormErrors;
import io.portico.web.PortalVisit;
import java.time.ZoneId;
import java.util.Objects;
import java.util.regex.Pattern;

/** A contact's own details as typed; an empty language or time zone is the business's. */
public record ProfileForm(String firstName, String lastName, String phone, String language, String timeZone) {
    private static final Pattern UNWRITABLE = Pattern.compile("[\\p{Cc}\\p{Cs}\\p{Cn}\\u2028\\u2029]");

    public ProfileForm {
        firstName = Objects.requireNonNullElse(firstName, "");
        lastName = Objects.requireNonNullElse(lastName, "");
        phone = Objects.requireNonNullElse(phone, "");
        language = Objects.requireNonNullElse(language, "");
        timeZone = Objects.requireNonNullElse(timeZone, "");
    }

    static ProfileForm of(Contact contact) {
        return new ProfileForm(
                contact.name().first(),
                contact.name().last(),
                contact.phone().orElse(""),
                contact.language().map(Language::tag).orElse(""),
                contact.timeZone().map(ZoneId::getId).orElse(""));
    }

    FormErrors check(PortalVisit visit) {
        var errors = new FormErrors();
        checkName("firstName", firstName, errors, visit);
        checkName("lastName", lastName, errors, visit);
        if (!phone.isBlank() && PhoneNumber.parse(phone).isEmpty()) {
            errors.put("phone", visit.t("portal.profile.phone.wrong"));
        }
        if (!language.isEmpty() && Language.parse(language).isEmpty()) {
            errors.put("language", visit.t("portal.profile.choice.wrong"));
        }
        if (!timeZone.isEmpty() && ZoneNames.parse(timeZone).isEmpty()) {
            errors.put("timeZone", visit.t("portal.profile.choice.wrong"));
        }
        return errors;
    }

    private static void checkName(String field, String typed, FormErrors errors, PortalVisit visit) {
        if (typed.strip().length() > PersonName.LONGEST_PART) {
            errors.put(field, visit.t("portal.profile.name.long", PersonName.LONGEST_PART));
        }
        if (UNWRITABLE.matcher(typed).find()) {
            errors.put(field, visit.t("portal.profile.name.wrong"));
        }
    }

    /** The details after this form; address and tags stay as they are. Only for a form without errors. */
    ContactDetails appliedTo(ContactDetails before) {
        return new ContactDetails(
                new PersonName(firstName, lastName),
                before.email(),
                PhoneNumber.parse(phone).map(PhoneNumber::value),
                Language.parse(language),
                ZoneNames.parse(timeZone),
                before.tags());
    }
}
