package io.portico.outreach;

import io.portico.activity.Maker;
import io.portico.kernel.Language;
import io.portico.kernel.RunId;
import java.time.Instant;
import java.util.Optional;

/**
 * One job of invitations or login e-mails, to one recipient or very many; its ledger is the mail batch of the same id.
 *
 * @param note the operator's personal words, the same for all
 * @param language overrides the recipients' own
 */
public record Run(
        RunId id, RunKind kind, Maker by, Instant createdAt, Optional<String> note, Optional<Language> language) {}
