package io.portico.mail.dispatch;

import io.portico.activity.Activity;
import io.portico.activity.Actor;
import io.portico.mail.MailFailed;
import io.portico.mail.MailFault;
import io.portico.mail.MailSent;
import io.portico.mail.MailState;
import io.portico.mail.SkipReason;
import io.portico.mail.SuppressionReason;
import io.portico.mail.Suppressions;
import io.portico.tenancy.Tenancy;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.stereotype.Component;

/** Notes what became of a mail: in the ledger, in the log, and among the suppressed addresses. */
@Component
class Settlements {
    private static final Actor PORTICO = new Actor.Portico();

    private final Tenancy tenancy;
    private final ClaimStore store;
    private final Activity activity;
    private final Suppressions suppressions;
    private final Clock clock;

    Settlements(Tenancy tenancy, ClaimStore store, Activity activity, Suppressions suppressions, Clock clock) {
        this.tenancy = tenancy;
        this.store = store;
        this.activity = activity;
        this.suppressions = suppressions;
        this.clock = clock;
    }

    /** Changes nothing when the claim was lost meanwhile. */
    void settle(Claim claim, Outcome outcome) {
        Instant now = clock.instant();
        tenancy.run(claim.workspace(), () -> {
            if (store.settle(claim, settled(claim, outcome, now), now)) {
                tell(claim, outcome);
            }
        });
    }

    private static ClaimStore.Settled settled(Claim claim, Outcome outcome, Instant now) {
        return switch (outcome) {
            case Outcome.Sent(Outcome.Addressee to, String messageId, String reply, boolean toMailbox) ->
                new ClaimStore.Settled(
                        MailState.SENT,
                        Optional.empty(),
                        said(reply),
                        Optional.empty(),
                        to,
                        Optional.of(messageId),
                        toMailbox);
            case Outcome.Skipped(SkipReason reason) ->
                unsent(MailState.SKIPPED, reason.word(), "", Outcome.Addressee.UNCHANGED);
            case Outcome.Failed(Outcome.Addressee to, MailFault fault, String reply) ->
                unsent(MailState.FAILED, fault.word(), reply, to);
            case Outcome.Deferred(MailFault fault, String reply, boolean composed) ->
                unsent(MailState.DEFERRED, fault.word(), reply, Outcome.Addressee.UNCHANGED)
                        .dueAt(new Retries(ThreadLocalRandom.current()).next(claim.createdAt(), now, composed));
        };
    }

    private static ClaimStore.Settled unsent(MailState state, String reason, String reply, Outcome.Addressee to) {
        return new ClaimStore.Settled(
                state, Optional.of(reason), said(reply), Optional.empty(), to, Optional.empty(), false);
    }

    private static Optional<String> said(String reply) {
        return Optional.of(reply).filter(text -> !text.isEmpty());
    }

    private void tell(Claim claim, Outcome outcome) {
        String word = claim.template().factWord();
        switch (outcome) {
            case Outcome.Sent sent ->
                claim.contact(sent.to())
                        .ifPresent(contact ->
                                activity.record(claim.workspace(), PORTICO, new MailSent(contact, claim.id(), word)));
            case Outcome.Failed failed -> {
                claim.contact(failed.to())
                        .ifPresent(contact -> activity.record(
                                claim.workspace(),
                                PORTICO,
                                new MailFailed(contact, claim.id(), word, failed.fault(), failed.reply())));
                suppress(claim, failed);
            }
            case Outcome.Skipped skipped -> {}
            case Outcome.Deferred deferred -> {}
        }
    }

    private void suppress(Claim claim, Outcome.Failed failed) {
        if (failed.fault() == MailFault.NO_SUCH_MAILBOX) {
            failed.to()
                    .address()
                    .ifPresent(address -> suppressions.add(
                            claim.workspace(), address, SuppressionReason.BOUNCED, failed.reply(), PORTICO));
        }
    }
}
