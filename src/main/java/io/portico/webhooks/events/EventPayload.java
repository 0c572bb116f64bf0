package io.portico.webhooks.events;

import java.time.Instant;

/**
 * The body of a call.
 *
 * @param type such as {@code contact.joined}
 * @param timestamp when it happened
 */
public record EventPayload(String type, Instant timestamp, EventData data) {}
