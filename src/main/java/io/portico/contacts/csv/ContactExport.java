package io.portico.contacts.csv;

import io.portico.kernel.EmailAddress;
import io.portico.kernel.PhoneNumber;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The columns by which Portico writes contacts, so that {@link ColumnMapping#guess} knows every one of them again. */
public final class ContactExport {
    private static final List<String> HEADER =
            List.of("First name", "Last name", "E-mail", "Phone", "Tags", "Language", "Time zone", "Source");

    private ContactExport() {}

    /** The names of the columns, those of the given custom fields last, be they such as no import would take. */
    public static List<String> header(List<String> customFields) {
        Stream<String> custom = customFields.stream().map(name -> ColumnTarget.Custom.PREFIX + name);
        return Stream.concat(HEADER.stream(), custom).toList();
    }

    /** The cells of one contact below {@link #header} for the same custom fields. */
    public static List<String> cells(ContactDraft contact, List<String> customFields) {
        List<String> cells = new ArrayList<>(List.of(
                contact.firstName().orElse(""),
                contact.lastName().orElse(""),
                contact.email().map(EmailAddress::value).orElse(""),
                contact.phone().map(PhoneNumber::value).orElse(""),
                TagList.join(contact.tags()),
                contact.language().orElse(""),
                contact.timeZone().map(ZoneId::getId).orElse(""),
                contact.source().orElse("")));
        customFields.forEach(name -> cells.add(contact.custom().getOrDefault(name, "")));
        return cells;
    }
}
