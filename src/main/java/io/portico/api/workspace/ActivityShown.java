package io.portico.api.workspace;

import io.portico.activity.ActivityEntry;
import io.portico.api.ActorShown;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** An entry of the log as the API shows it. */
record ActivityShown(
        String id,
        Instant at,
        String kind,
        Optional<String> contactId,
        ActorShown actor,
        Optional<String> address,
        JsonNode details) {
    static ActivityShown of(ActivityEntry entry) {
        return new ActivityShown(
                Long.toString(entry.id()),
                entry.at(),
                entry.kind(),
                entry.contact().map(Object::toString),
                new ActorShown(entry.actorKind(), entry.actor().map(UUID::toString)),
                entry.address(),
                entry.details());
    }
}
