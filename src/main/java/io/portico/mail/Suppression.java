package io.portico.mail;

import java.time.Instant;
import java.util.Optional;

/**
 * No mail goes to an address.
 *
 * @param reply the mail server's own words, on one line
 */
public record Suppression(SuppressionReason reason, Instant since, Optional<String> reply) {}
