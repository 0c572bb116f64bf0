package io.portico.webhooks.events;

import io.portico.kernel.ContactId;
import io.portico.webhooks.WebhookEvent;
import java.time.Instant;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** An event as the log tells it. */
public record Happening(WebhookEvent event, Instant at, Optional<ContactId> contact, JsonNode details) {}
