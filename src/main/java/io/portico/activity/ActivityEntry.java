package io.portico.activity;

import io.portico.kernel.ContactId;
import io.portico.kernel.WorkspaceId;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** One entry of the log as it is read back. */
public record ActivityEntry(
        WorkspaceId workspace,
        long id,
        LogPosition position,
        Instant at,
        String kind,
        Optional<ContactId> contact,
        String actorKind,
        Optional<UUID> actor,
        Optional<String> address,
        JsonNode details) {}
