package io.portico.api.outreach;

import io.portico.kernel.Labelled;
import io.portico.mail.MailLogEntry;
import io.portico.mail.MailReturn;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** One line of a run's ledger as the API shows it. */
record RecipientShown(
        String id,
        Optional<String> contactId,
        Optional<String> address,
        String state,
        Optional<String> reason,
        Optional<String> serverReply,
        Optional<Instant> nextTryAt,
        Optional<Instant> settledAt,
        Optional<String> returned,
        Optional<String> returnReason,
        Optional<Instant> returnedAt) {
    static RecipientShown of(MailLogEntry entry) {
        return new RecipientShown(
                entry.id().toString(),
                entry.recipient().map(UUID::toString),
                entry.address(),
                entry.state().word(),
                entry.reason().map(Labelled::word),
                entry.reply(),
                entry.nextTry(),
                entry.settledAt(),
                entry.returned().map(each -> each.kind().word()),
                entry.returned().map(MailReturn::said).filter(said -> !said.isEmpty()),
                entry.returned().map(MailReturn::at));
    }
}
