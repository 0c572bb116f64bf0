package io.portico.mail.dispatch;

import io.portico.activity.Activity;
import io.portico.activity.Actor;
import io.portico.activity.Fact;
import io.portico.kernel.MailId;
import io.portico.kernel.WorkspaceId;
import io.portico.mail.MailFailed;
import io.portico.mail.MailFault;
import io.portico.mail.MailSent;
import io.portico.mail.MailState;
import io.portico.mail.SkipReason;
import io.portico.mail.SuppressionReason;
import io.portico.mail.Suppressions;
import io.portico.tenancy.Deadlock;
import io.portico.tenancy.Tenancy;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Notes what became of mails: in the ledger, in the log, and among the suppressed addresses. */
@Component
class Settlements {
    private static final Actor PORTICO = new Actor.Portico();

    private final Tenancy tenancy;
    private final SettlementStore store;
    private final Activity activity;
    private final Suppressions suppressions;
    private final Clock clock;

    Settlements(Tenancy tenancy, SettlementStore store, Activity activity, Suppressions suppressions, Clock clock) {
        this.tenancy = tenancy;
        this.store = store;
        this.activity = activity;
        this.suppressions = suppressions;
        this.clock = clock;
    }

    /** Of each workspace in one transaction. Changes nothing of mails whose claims were lost meanwhile. */
    void settle(List<Errand.Done> errands) {
        errands.stream()
                .collect(Collectors.groupingBy(done -> done.claim().workspace()))
                .forEach(this::settle);
    }

    private void settle(WorkspaceId workspace, List<Errand.Done> errands) {
        Instant now = clock.instant();
        List<SettlementStore.Settled> mails =
                errands.stream().map(done -> settled(done, now)).toList();
        Deadlock.outlasted(() -> tenancy.in(workspace, () -> {
            Set<MailId> stood = store.settle(workspace, mails, now);
            tell(
                    workspace,
                    errands.stream()
                            .filter(done -> stood.contains(done.claim().id()))
                            .toList());
            return stood.size();
        }));
    }

    private static SettlementStore.Settled settled(Errand.Done done, Instant now) {
        Claim claim = done.claim();
        return switch (done.outcome()) {
            case Outcome.Sent(Outcome.Addressee to, String messageId, String reply, boolean toMailbox) ->
                new SettlementStore.Settled(
                        claim,
                        MailState.SENT,
                        Optional.empty(),
                        said(reply),
                        Optional.empty(),
                        to,
                        Optional.of(messageId),
                        toMailbox);
            case Outcome.Skipped(SkipReason reason) ->
                unsent(claim, MailState.SKIPPED, reason.word(), "", Outcome.Addressee.UNCHANGED);
            case Outcome.Failed(Outcome.Addressee to, MailFault fault, String reply) ->
                unsent(claim, MailState.FAILED, fault.word(), reply, to);
            case Outcome.Deferred(MailFault fault, String reply, boolean composed) ->
                unsent(claim, MailState.DEFERRED, fault.word(), reply, Outcome.Addressee.UNCHANGED)
                        .dueAt(new Retries(ThreadLocalRandom.current()).next(claim.triedFrom(), now, composed));
        };
    }

    private static SettlementStore.Settled unsent(
            Claim claim, MailState state, String reason, String reply, Outcome.Addressee to) {
        return new SettlementStore.Settled(
                claim, state, Optional.of(reason), said(reply), Optional.empty(), to, Optional.empty(), false);
    }

    private static Optional<String> said(String reply) {
        return Optional.of(reply).filter(text -> !text.isEmpty());
    }

    private void tell(WorkspaceId workspace, List<Errand.Done> errands) {
        List<Fact> facts = errands.stream()
                .flatMap(done -> fact(done.claim(), done.outcome()).stream())
                .toList();
        if (!facts.isEmpty()) {
            activity.record(workspace, PORTICO, facts);
        }
        errands.forEach(done -> suppress(done.claim(), done.outcome()));
    }

    private static Optional<Fact> fact(Claim claim, Outcome outcome) {
        String word = claim.template().factWord();
        return switch (outcome) {
            case Outcome.Sent sent -> claim.contact(sent.to()).map(contact -> new MailSent(contact, claim.id(), word));
            case Outcome.Failed failed ->
                claim.contact(failed.to())
                        .map(contact -> new MailFailed(contact, claim.id(), word, failed.fault(), failed.reply()));
            case Outcome.Skipped skipped -> Optional.empty();
            case Outcome.Deferred deferred -> Optional.empty();
        };
    }

    private void suppress(Claim claim, Outcome outcome) {
        if (outcome instanceof Outcome.Failed(Outcome.Addressee to, MailFault fault, String reply)
                && fault == MailFault.NO_SUCH_MAILBOX) {
            to.address()
                    .ifPresent(address ->
                            suppressions.add(claim.workspace(), address, SuppressionReason.BOUNCED, reply, PORTICO));
        }
    }
}
