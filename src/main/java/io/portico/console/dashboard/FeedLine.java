package io.portico.console.dashboard;

import io.portico.dashboard.FeedEntry;
import io.portico.dashboard.FeedEntry.Person;
import io.portico.web.ConsoleVisit;
import io.portico.web.Frame;
import java.time.Instant;
import java.util.Optional;

/**
 * One line of activity: a sentence, within it the contact's name, which leads to the contact.
 *
 * @param path empty when no contact is meant, or none is left
 */
public record FeedLine(
        String id,
        String before,
        String name,
        String after,
        Optional<String> path,
        String kind,
        Instant at,
        String from) {
    // A character that no name or message contains stands for the linked name until the sentence is whole.
    private static final String NAME = "\uE000";

    public static FeedLine of(FeedEntry entry, ConsoleVisit visit) {
        boolean linked =
                entry.contact().filter(Person.Contact.class::isInstance).isPresent();
        String contact = entry.contact().map(person -> name(person, visit)).orElse("");
        String shown = linked ? NAME : contact;
        String actor = linked && entry.contact().equals(Optional.of(entry.actor())) ? NAME : name(entry.actor(), visit);
        String sentence = visit.texts().fact(entry.kind(), actor, shown, entry.text());
        int at = sentence.indexOf(NAME);
        return new FeedLine(
                "entry-" + entry.id(),
                at < 0 ? sentence : sentence.substring(0, at),
                at < 0 ? "" : contact,
                at < 0 ? "" : sentence.substring(at + 1).replace(NAME, contact),
                entry.contact().flatMap(person -> pathTo(person, visit)),
                entry.kind(),
                entry.at(),
                entry.address().orElse(""));
    }

    /** As one text, where the contact's name leads nowhere. */
    public String sentence() {
        return before + name + after;
    }

    private static Optional<String> pathTo(Person person, ConsoleVisit visit) {
        return person instanceof Person.Contact contact
                ? Optional.of(visit.at("/people/" + contact.id()))
                : Optional.empty();
    }

    private static String name(Person person, Frame frame) {
        return switch (person) {
            case Person.Operator operator -> orElse(operator.name(), frame.t("activity.former-operator"));
            case Person.Contact contact -> orElse(contact.name(), frame.t("activity.nameless-contact"));
            case Person.ApiKey key -> frame.t("activity.api-key", key.name());
            case Person.DeletedContact deleted -> frame.t("activity.deleted-contact");
            case Person.Stranger stranger -> frame.t("activity.stranger");
            case Person.Portico portico -> frame.t("activity.portico");
        };
    }

    private static String orElse(String name, String other) {
        return name.isEmpty() ? other : name;
    }
}
