package io.portico.mail.dispatch;

import io.portico.kernel.EmailAddress;
import io.portico.mail.Composition;
import io.portico.mail.MailFault;
import io.portico.mail.SkipReason;
import io.portico.mail.Suppressions;
import io.portico.mail.delivery.Delivery;
import io.portico.mail.delivery.DeliveryResult;
import io.portico.mail.delivery.Letter;
import java.time.Clock;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Carries one mail out, from order to mail server, holding no transaction; never throws. */
@Component
class Postman {
    private static final Logger LOG = LoggerFactory.getLogger(Postman.class);

    private final Suppressions suppressions;
    private final Desk desk;
    private final Delivery delivery;
    private final Clock clock;

    Postman(Suppressions suppressions, Desk desk, Delivery delivery, Clock clock) {
        this.suppressions = suppressions;
        this.desk = desk;
        this.delivery = delivery;
        this.clock = clock;
    }

    Outcome carry(Claim claim) {
        if (claim.isOutOfTime(clock.instant())) {
            return new Outcome.Failed(Outcome.Addressee.UNCHANGED, MailFault.OUT_OF_TIME, "");
        }
        try {
            return isSuppressed(claim, claim.emailAddress()) ? suppressed() : compose(claim);
        } catch (RuntimeException e) {
            LOG.error(
                    "Mail {} ({}) could not be written",
                    claim.id(),
                    claim.template().word(),
                    e);
            return new Outcome.Deferred(MailFault.NOT_COMPOSED, e.getClass().getSimpleName(), true);
        }
    }

    private Outcome compose(Claim claim) {
        return switch (desk.compose(claim.order())) {
            case Composition.Skip(SkipReason reason) -> new Outcome.Skipped(reason);
            case Composition.Ready mail ->
                isSuppressed(claim, addressUnlikeThatOf(claim, mail)) ? suppressed() : deliver(claim, mail);
        };
    }

    private Outcome deliver(Claim claim, Composition.Ready mail) {
        Letter letter = desk.write(claim, mail);
        var to = new Outcome.Addressee(Optional.of(mail.to()), mail.recipient());
        return switch (delivery.deliver(letter)) {
            case DeliveryResult.Accepted(String said) -> new Outcome.Sent(to, letter.messageId(), said, false);
            case DeliveryResult.Kept kept -> new Outcome.Sent(to, letter.messageId(), kept.said(), true);
            case DeliveryResult.NoSuchMailbox(String said) -> new Outcome.Failed(to, MailFault.NO_SUCH_MAILBOX, said);
            case DeliveryResult.Rejected(String said) -> new Outcome.Failed(to, MailFault.REJECTED, said);
            case DeliveryResult.AskedToWait(String said) -> new Outcome.Deferred(MailFault.ASKED_TO_WAIT, said, true);
            case DeliveryResult.CutOff(String said) -> new Outcome.Deferred(MailFault.CUT_OFF, said, true);
            case DeliveryResult.Obstacle obstacle -> new Outcome.Deferred(fault(obstacle), obstacle.said(), true);
        };
    }

    static MailFault fault(DeliveryResult.Obstacle obstacle) {
        return switch (obstacle) {
            case DeliveryResult.Unreachable away -> MailFault.UNREACHABLE;
            case DeliveryResult.NotAdmitted no -> MailFault.NOT_ADMITTED;
        };
    }

    private boolean isSuppressed(Claim claim, Optional<EmailAddress> address) {
        return address.map(known -> suppressions.has(claim.workspace(), known)).orElse(false);
    }

    /** The order's own address was looked up before. */
    private static Optional<EmailAddress> addressUnlikeThatOf(Claim claim, Composition.Ready mail) {
        return Optional.of(mail.to()).filter(to -> !claim.emailAddress().equals(Optional.of(to)));
    }

    private static Outcome suppressed() {
        return new Outcome.Skipped(SkipReason.SUPPRESSED);
    }
}
