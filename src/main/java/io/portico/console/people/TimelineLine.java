package io.portico.console.people;

import io.portico.dashboard.FeedEntry;
import io.portico.dashboard.FeedEntry.Person;
import io.portico.web.ConsoleVisit;
import java.time.Instant;
import java.util.List;

/** One line of a contact's timeline. */
public record TimelineLine(String text, Instant at) {
    static List<TimelineLine> of(List<FeedEntry> entries, ConsoleVisit visit) {
        return entries.stream().map(entry -> of(entry, visit)).toList();
    }

    private static TimelineLine of(FeedEntry entry, ConsoleVisit visit) {
        String actor = name(entry.actor(), visit);
        String contact = entry.contact().map(person -> name(person, visit)).orElse("");
        return new TimelineLine(visit.texts().fact(entry.kind(), actor, contact, entry.text()), entry.at());
    }

    private static String name(Person person, ConsoleVisit visit) {
        return switch (person) {
            case Person.Operator operator -> orElse(operator.name(), visit.t("people.timeline.former-operator"));
            case Person.Contact contact -> orElse(contact.name(), visit.t("people.timeline.nameless"));
            case Person.DeletedContact deleted -> visit.t("people.timeline.nameless");
            case Person.Stranger stranger -> visit.t("people.timeline.stranger");
            case Person.Portico portico -> visit.t("people.timeline.portico");
        };
    }

    private static String orElse(String name, String other) {
        return name.isEmpty() ? other : name;
    }
}
