package io.portico.api.imports;

import io.portico.api.Fields;
import io.portico.contacts.PersonName;
import io.portico.contacts.Tags;
import io.portico.contacts.csv.ContactDraft;
import io.portico.kernel.EmailAddress;
import io.portico.kernel.Language;
import io.portico.kernel.PhoneNumber;
import io.portico.kernel.ZoneNames;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Reads a contact out of one line: the fields that {@code POST /contacts} takes. */
final class DraftReader {
    private static final int LONGEST = 320;
    private static final int LONGEST_SOURCE = 100;
    private static final int MOST_CUSTOM = 50;
    private static final int LONGEST_CUSTOM = 2000;

    private DraftReader() {}

    /** @throws io.portico.api.ApiProblem with all that is wrong */
    static ContactDraft read(Fields line) {
        var draft = new ContactDraft(
                line.text("first_name", PersonName.LONGEST_PART).filter(name -> !name.isBlank()),
                line.text("last_name", PersonName.LONGEST_PART).filter(name -> !name.isBlank()),
                line.parsed("email", LONGEST, EmailAddress::parse, "It must be an e-mail address."),
                line.parsed("phone", LONGEST, PhoneNumber::parse, "It must be a phone number."),
                tags(line),
                line.parsed("language", LONGEST, Language::parse, "It must be en or ko.")
                        .map(Language::tag),
                line.parsed("time_zone", LONGEST, ZoneNames::parse, "It must be a time zone."),
                line.text("source", LONGEST_SOURCE).filter(source -> !source.isBlank()),
                custom(line));
        if (Stream.of(draft.firstName(), draft.lastName(), draft.email(), draft.phone())
                .allMatch(said -> said.isEmpty())) {
            line.fault("email", "nobody", "A contact has at least a name, an e-mail address or a phone number.");
        }
        line.end();
        return draft;
    }

    private static List<String> tags(Fields line) {
        List<String> typed = line.texts("tags", Tags.MOST, Tags.LONGEST);
        return Tags.check(Tags.join(typed)) instanceof Tags.Check.Accepted(List<String> tags) ? tags : List.of();
    }

    private static Map<String, String> custom(Fields line) {
        Map<String, String> custom = new LinkedHashMap<>();
        line.object("custom")
                .ifPresent(said -> said.all(MOST_CUSTOM, LONGEST_SOURCE, LONGEST_CUSTOM)
                        .forEach((name, value) -> value.ifPresent(text -> custom.put(name, text))));
        return custom;
    }
}
