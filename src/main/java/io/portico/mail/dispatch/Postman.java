package io.portico.mail.dispatch;

import io.portico.kernel.EmailAddress;
import io.portico.kernel.WorkspaceId;
import io.portico.mail.Composition;
import io.portico.mail.MailFault;
import io.portico.mail.SkipReason;
import io.portico.mail.SuppressionReason;
import io.portico.mail.Suppressions;
import io.portico.mail.delivery.Delivery;
import io.portico.mail.delivery.DeliveryResult;
import io.portico.mail.delivery.Letter;
import io.portico.mail.delivery.SenderHead;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Carries mails of one workspace out, from order to mail server, holding no transaction; one bad mail stops no other. */
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

    /** Composes what may be sent, all at once: when this returns, the hashes of all secrets are committed. */
    List<Errand> prepare(WorkspaceId workspace, List<Claim> claims) {
        Instant now = clock.instant();
        Map<EmailAddress, SuppressionReason> suppressed =
                suppressed(workspace, claims.stream().flatMap(claim -> claim.address().stream()));
        List<Errand> errands = new ArrayList<>();
        List<Claim> toCompose = new ArrayList<>();
        for (Claim claim : claims) {
            if (claim.isOutOfTime(now)) {
                errands.add(new Errand.Done(
                        claim, new Outcome.Failed(Outcome.Addressee.UNCHANGED, MailFault.OUT_OF_TIME, "")));
            } else if (claim.address().filter(suppressed::containsKey).isPresent()) {
                errands.add(skipped(claim, SkipReason.SUPPRESSED));
            } else {
                toCompose.add(claim);
            }
        }
        errands.addAll(unlessSuppressed(workspace, compose(toCompose)));
        return errands;
    }

    private List<Errand> compose(List<Claim> claims) {
        try {
            return composed(
                    claims, desk.compose(claims.stream().map(Claim::order).toList()));
        } catch (RuntimeException e) {
            return claims.size() == 1
                    ? List.of(notComposed(claims.getFirst(), e))
                    : claims.stream()
                            .flatMap(claim -> compose(List.of(claim)).stream())
                            .toList();
        }
    }

    private static List<Errand> composed(List<Claim> claims, List<Composition> compositions) {
        List<Errand> errands = new ArrayList<>();
        for (int i = 0; i < claims.size(); i++) {
            errands.add(
                    switch (compositions.get(i)) {
                        case Composition.Skip(SkipReason reason) -> skipped(claims.get(i), reason);
                        case Composition.Ready mail -> new Errand.ToDo(claims.get(i), mail);
                    });
        }
        return errands;
    }

    /** A mail may turn out to be to another address than its order named. */
    private List<Errand> unlessSuppressed(WorkspaceId workspace, List<Errand> errands) {
        Map<EmailAddress, SuppressionReason> suppressed = suppressed(
                workspace,
                errands.stream()
                        .flatMap(errand -> errand instanceof Errand.ToDo todo ? Stream.of(todo) : Stream.empty())
                        .filter(todo -> !todo.claim()
                                .address()
                                .equals(Optional.of(todo.mail().to())))
                        .map(todo -> todo.mail().to()));
        return errands.stream()
                .map(errand -> errand instanceof Errand.ToDo(Claim claim, Composition.Ready mail)
                                && suppressed.containsKey(mail.to())
                        ? skipped(claim, SkipReason.SUPPRESSED)
                        : errand)
                .toList();
    }

    private Map<EmailAddress, SuppressionReason> suppressed(WorkspaceId workspace, Stream<EmailAddress> addresses) {
        return suppressions.among(workspace, addresses.distinct().toList());
    }

    /**
     * Writes the mails and hands them over. What became of the first of them, at least of one: the others have not left, and
     * wait for another call.
     */
    List<Errand.Done> handOver(WorkspaceId workspace, List<Errand.ToDo> errands) {
        List<Errand.ToDo> written = new ArrayList<>();
        List<Letter> letters = new ArrayList<>();
        List<Errand.Done> done = new ArrayList<>();
        SenderHead head = desk.senderHead(workspace);
        for (Errand.ToDo errand : errands) {
            try {
                letters.add(desk.write(head, errand.claim(), errand.mail()));
                written.add(errand);
            } catch (RuntimeException e) {
                done.add(notComposed(errand.claim(), e));
            }
        }
        if (!letters.isEmpty()) {
            List<DeliveryResult> results = delivery.deliver(letters);
            for (int i = 0; i < results.size(); i++) {
                done.add(new Errand.Done(
                        written.get(i).claim(), outcome(written.get(i).mail(), letters.get(i), results.get(i))));
            }
        }
        return done;
    }

    private static Outcome outcome(Composition.Ready mail, Letter letter, DeliveryResult result) {
        var to = new Outcome.Addressee(Optional.of(mail.to()), mail.recipient());
        return switch (result) {
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
            case DeliveryResult.Overloaded later -> MailFault.OVERLOADED;
            case DeliveryResult.NotAdmitted no -> MailFault.NOT_ADMITTED;
        };
    }

    private static Errand.Done notComposed(Claim claim, RuntimeException e) {
        LOG.error(
                "Mail {} ({}) could not be written",
                claim.id(),
                claim.template().word(),
                e);
        return new Errand.Done(
                claim, new Outcome.Deferred(MailFault.NOT_COMPOSED, e.getClass().getSimpleName(), true));
    }

    private static Errand.Done skipped(Claim claim, SkipReason reason) {
        return new Errand.Done(claim, new Outcome.Skipped(reason));
    }
}
