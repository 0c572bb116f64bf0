package io.portico.mail;

import java.time.Instant;

/**
 * What came back about a mail that had left.
 *
 * @param said the receiving server's own words, on one line; empty when the report gave none
 */
public record MailReturn(ReturnKind kind, String said, Instant at) {}
