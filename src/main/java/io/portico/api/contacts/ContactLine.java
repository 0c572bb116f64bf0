package io.portico.api.contacts;

import io.portico.api.Fields;
import io.portico.contacts.csv.ContactDraft;
import io.portico.kernel.Language;
import io.portico.kernel.PhoneNumber;
import java.util.LinkedHashMap;
import java.util.Map;

/** A contact as one line of an import: the fields that {@code POST /contacts} takes, by the same rules. */
public final class ContactLine {
    private ContactLine() {}

    /**
     * Null says as little as a field that is left out, for an import takes nothing away.
     *
     * @throws io.portico.api.ApiProblem with all that is wrong
     */
    public static ContactDraft read(Fields line) {
        ContactBody body = ContactBody.ofSomebody(line);
        return new ContactDraft(
                body.firstName().value().filter(name -> !name.isBlank()),
                body.lastName().value().filter(name -> !name.isBlank()),
                body.email().value(),
                body.phone().value().flatMap(PhoneNumber::parse),
                body.tags().value().orElseThrow(),
                body.language().value().map(Language::tag),
                body.timeZone().value(),
                body.source(),
                said(body));
    }

    private static Map<String, String> said(ContactBody body) {
        Map<String, String> said = new LinkedHashMap<>();
        body.custom().forEach((name, value) -> value.ifPresent(text -> said.put(name, text)));
        return said;
    }
}
