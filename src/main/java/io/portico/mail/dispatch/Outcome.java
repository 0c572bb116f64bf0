package io.portico.mail.dispatch;

import io.portico.kernel.EmailAddress;
import io.portico.mail.MailFault;
import io.portico.mail.SkipReason;
import java.util.Optional;
import java.util.UUID;

/** What became of a mail at one attempt. */
sealed interface Outcome {
    /** @param toMailbox whether it lies in the built-in mailbox instead of having left */
    record Sent(Addressee to, String messageId, String reply, boolean toMailbox) implements Outcome {}

    record Skipped(SkipReason reason) implements Outcome {}

    /** @param composed whether the composer was asked already, and may have minted a link */
    record Deferred(MailFault fault, String reply, boolean composed) implements Outcome {}

    record Failed(Addressee to, MailFault fault, String reply) implements Outcome {}

    /** To whom it went in the end, as far as that is known. */
    record Addressee(Optional<EmailAddress> address, Optional<UUID> recipient) {
        static final Addressee UNCHANGED = new Addressee(Optional.empty(), Optional.empty());
    }
}
