package io.portico.automation;

import io.portico.kernel.ContactId;
import java.time.Instant;

/**
 * A contact inside an automation.
 *
 * @param next the step they are at
 * @param due when it goes on, at the latest
 */
public record Insider(ContactId contact, Step next, Instant due, Instant since, int version) {}
