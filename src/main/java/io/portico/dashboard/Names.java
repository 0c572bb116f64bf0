package io.portico.dashboard;

import static java.util.stream.Collectors.toSet;

import io.portico.access.keys.ApiKeys;
import io.portico.activity.ActivityEntry;
import io.portico.contacts.Contacts;
import io.portico.kernel.ApiKeyId;
import io.portico.kernel.ContactId;
import io.portico.kernel.OperatorId;
import io.portico.kernel.WorkspaceId;
import io.portico.workspace.Operators;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What those are called whom entries of the log name, asked for once per list, not per entry. */
@Component
class Names {
    private final Contacts contacts;
    private final Operators operators;
    private final ApiKeys keys;

    Names(Contacts contacts, Operators operators, ApiKeys keys) {
        this.contacts = contacts;
        this.operators = operators;
        this.keys = keys;
    }

    record Of(Map<ContactId, String> contacts, Map<OperatorId, String> operators, Map<ApiKeyId, String> keys) {}

    Of in(WorkspaceId workspace, List<ActivityEntry> entries) {
        Set<ContactId> people = entries.stream()
                .flatMap(entry -> Stream.concat(entry.contact().stream(), FeedEntry.actingContact(entry).stream()))
                .collect(toSet());
        return new Of(
                contacts.names(workspace, people),
                operators.names(acting(entries, FeedEntry::actingOperator)),
                keys.names(workspace, acting(entries, FeedEntry::actingKey)));
    }

    private static <T> Set<T> acting(List<ActivityEntry> entries, Function<ActivityEntry, Optional<T>> who) {
        return entries.stream().flatMap(entry -> who.apply(entry).stream()).collect(toSet());
    }
}
