package io.portico.contacts.imports;

import io.portico.contacts.Contact;
import io.portico.contacts.ContactDetails;
import io.portico.contacts.PersonName;
import io.portico.contacts.Tags;
import io.portico.contacts.csv.ContactDraft;
import io.portico.kernel.Language;
import io.portico.kernel.PhoneNumber;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** A row that describes a contact, and what it makes of the one who is there already. */
record Incoming(int row, ContactDraft draft, List<String> extraTags) {
    String key() {
        return draft.email().map(email -> email.key()).orElse("");
    }

    /** Each once, without those of rows that have no address. */
    static List<String> keys(List<Incoming> rows) {
        return rows.stream()
                .map(Incoming::key)
                .filter(key -> !key.isEmpty())
                .distinct()
                .toList();
    }

    /** The language it says, when Portico does not speak it; the contact is taken without. */
    Optional<String> unspoken() {
        return draft.language().filter(code -> Language.parse(code).isEmpty());
    }

    ContactDetails asNew() {
        return new ContactDetails(
                new PersonName(draft.firstName().orElse(""), draft.lastName().orElse("")),
                draft.email(),
                draft.phone().map(PhoneNumber::value),
                draft.language().flatMap(Language::parse),
                draft.timeZone(),
                tagsBeside(List.of()));
    }

    /** What the row says replaces what was there, tags are added, and what it does not say stays. */
    ContactDetails merged(Contact before) {
        return new ContactDetails(
                new PersonName(
                        draft.firstName().orElse(before.name().first()),
                        draft.lastName().orElse(before.name().last())),
                before.email(),
                draft.phone().map(PhoneNumber::value).or(before::phone),
                draft.language().flatMap(Language::parse).or(before::language),
                draft.timeZone().or(before::timeZone),
                tagsBeside(before.tags()));
    }

    Map<String, String> mergedCustom(Contact before) {
        Map<String, String> merged = new HashMap<>(before.custom());
        merged.putAll(draft.custom());
        return merged;
    }

    private List<String> tagsBeside(List<String> before) {
        TreeSet<String> seen = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        List<String> tags = new ArrayList<>();
        for (List<String> some : List.of(before, draft.tags(), extraTags)) {
            some.stream().filter(seen::add).forEach(tags::add);
        }
        return tags.subList(0, Math.min(tags.size(), Math.max(Tags.MOST, before.size())));
    }
}
