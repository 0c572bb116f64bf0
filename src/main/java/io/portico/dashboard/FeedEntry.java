package io.portico.dashboard;

import io.portico.activity.ActivityEntry;
import io.portico.kernel.ApiKeyId;
import io.portico.kernel.ContactId;
import io.portico.kernel.OperatorId;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * One entry of the log with its names.
 *
 * @param text what the fact says in words of its own; empty when it says nothing
 * @param details all that the fact says, as JSON
 * @param address the IP address it was done from; empty for what Portico did itself
 */
public record FeedEntry(
        long id,
        Instant at,
        String kind,
        Person actor,
        Optional<Person> contact,
        String text,
        String details,
        Optional<String> address) {
    /** Somebody in the feed; a name is empty when none is known. */
    public sealed interface Person {
        record Operator(String name) implements Person {}

        record Contact(ContactId id, String name) implements Person {}

        record ApiKey(String name) implements Person {}

        record DeletedContact() implements Person {}

        record Stranger() implements Person {}

        record Portico() implements Person {}
    }

    static FeedEntry of(ActivityEntry entry, Names.Of names) {
        return new FeedEntry(
                entry.id(),
                entry.at(),
                entry.kind(),
                actor(entry, names),
                entry.contact().map(id -> contact(id, names.contacts())),
                entry.details().path("text").asString(""),
                entry.details().toString(),
                entry.address());
    }

    static Optional<ContactId> actingContact(ActivityEntry entry) {
        return entry.actorKind().equals("contact") ? entry.actor().map(ContactId::new) : Optional.empty();
    }

    static Optional<OperatorId> actingOperator(ActivityEntry entry) {
        return entry.actorKind().equals("operator") ? entry.actor().map(OperatorId::new) : Optional.empty();
    }

    static Optional<ApiKeyId> actingKey(ActivityEntry entry) {
        return entry.actorKind().equals("api_key") ? entry.actor().map(ApiKeyId::new) : Optional.empty();
    }

    private static Person actor(ActivityEntry entry, Names.Of names) {
        return actingOperator(entry)
                .<Person>map(id -> new Person.Operator(names.operators().getOrDefault(id, "")))
                .or(() -> actingContact(entry).map(id -> contact(id, names.contacts())))
                .or(() -> actingKey(entry)
                        .map(id -> new Person.ApiKey(names.keys().getOrDefault(id, ""))))
                .orElseGet(() -> entry.actorKind().equals("stranger") ? new Person.Stranger() : new Person.Portico());
    }

    private static Person contact(ContactId id, Map<ContactId, String> people) {
        String name = people.get(id);
        return name == null ? new Person.DeletedContact() : new Person.Contact(id, name);
    }
}
