package io.portico.api.outreach;

import io.portico.api.Fields;
import io.portico.api.Words;
import io.portico.contacts.PeopleFilter;
import io.portico.contacts.PersonName;
import io.portico.contacts.Selection;
import io.portico.kernel.ContactId;
import io.portico.kernel.EmailAddress;
import io.portico.kernel.Language;
import io.portico.outreach.RunWords;
import io.portico.outreach.TypedAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Whom a body means, and with which words: contacts by id or by filter, and addresses. */
record RecipientsBody(Selection chosen, List<TypedAddress> typed, RunWords words) {
    static final int MOST = 5000;
    private static final int LONGEST = 320;
    private static final String STATES = Words.oneOf(Words.of(PeopleFilter.Group.class), List.of(Words.EVERYBODY));

    /**
     * Contacts by {@code contact_ids} or {@code filter}, and addresses by {@code recipients}.
     *
     * @param needed what is said when there are none of them
     */
    static RecipientsBody of(Fields body, int most, String needed) {
        Optional<Fields> filter = body.object("filter");
        if (filter.isEmpty()) {
            return oneByOne(body, most, needed);
        }
        List<TypedAddress> typed = addresses(body, most);
        if (!ids(body, most).isEmpty()) {
            body.fault("filter", "conflict", "Give either contact_ids or filter, not both.");
        }
        return new RecipientsBody(new Selection.Matching(filter(filter.get())), typed, words(body));
    }

    /** The same of a body that knows no {@code filter}. */
    static RecipientsBody oneByOne(Fields body, int most, String needed) {
        List<TypedAddress> typed = addresses(body, most);
        List<ContactId> ids = ids(body, most);
        boolean isNobody = ids.isEmpty() && typed.isEmpty();
        if (isNobody && !body.isFaulty("contact_ids", "filter", "recipients")) {
            body.fault("missing", needed);
        }
        return new RecipientsBody(new Selection.These(ids), typed, words(body));
    }

    /** How many contacts and addresses are named one by one. */
    int entries() {
        return typed.size() + (chosen instanceof Selection.These(List<ContactId> ids) ? ids.size() : 0);
    }

    static RunWords words(Fields body) {
        return new RunWords(
                body.text("note", RunWords.LONGEST_NOTE),
                body.parsed("language", LONGEST, Language::parse, "It must be en or ko."));
    }

    private static List<ContactId> ids(Fields body, int most) {
        List<ContactId> ids = new ArrayList<>();
        for (String text : body.texts("contact_ids", most, LONGEST)) {
            ContactId.parse(text)
                    .ifPresentOrElse(
                            ids::add,
                            () -> body.fault("contact_ids", "invalid_value", "This is no id of a contact: " + text));
        }
        return ids;
    }

    private static PeopleFilter filter(Fields said) {
        Optional<String> state = said.parsed("state", LONGEST, RecipientsBody::state, STATES);
        var filter = new PeopleFilter(
                said.text("q", LONGEST).orElse(""),
                state.flatMap(PeopleFilter.Group::parse),
                said.text("tag", LONGEST));
        if (filter.isAll() && state.isEmpty() && !said.isFaulty("q", "state", "tag")) {
            said.fault(
                    "empty_filter",
                    "A filter that narrows nothing means everybody. If that is meant, say {\"state\": \"%s\"}."
                            .formatted(Words.EVERYBODY));
        }
        return filter;
    }

    private static Optional<String> state(String word) {
        return Optional.of(word)
                .filter(each -> each.equals(Words.EVERYBODY)
                        || PeopleFilter.Group.parse(each).isPresent());
    }

    /** An address that is none is a row with a verdict, not a fault of the request. */
    private static List<TypedAddress> addresses(Fields body, int most) {
        List<TypedAddress> typed = new ArrayList<>();
        for (Fields each : body.objects("recipients", most)) {
            Optional<String> email = each.text("email", LONGEST);
            if (email.isEmpty()) {
                each.missing("email");
            }
            var name = new PersonName(
                    each.text("first_name", PersonName.LONGEST_PART).orElse(""),
                    each.text("last_name", PersonName.LONGEST_PART).orElse(""));
            email.ifPresent(text -> typed.add(new TypedAddress(text, name, EmailAddress.parse(text))));
        }
        return typed;
    }
}
