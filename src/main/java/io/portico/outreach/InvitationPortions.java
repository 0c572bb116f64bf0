package io.portico.outreach;

import io.portico.access.LinkPurpose;
import io.portico.kernel.MailId;
import io.portico.kernel.WorkspaceId;
import io.portico.mail.UnpreparedMails;
import io.portico.tenancy.Rows;
import io.portico.tenancy.Tenancy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Notes the invitations of a run, a portion at a time: invitation, the contact's standing, and the fact, before the mail
 * may leave. A portion is one transaction of a handful of statements; it holds its contacts' rows, and begun again it
 * goes on behind the portions before.
 */
@Component
class InvitationPortions {
    private static final int MOST = 500;

    private final Tenancy tenancy;
    private final UnpreparedMails mails;
    private final InvitationStore store;
    private final InvitationLedger.Traces traces;
    private final Clock clock;

    InvitationPortions(
            Tenancy tenancy,
            UnpreparedMails mails,
            InvitationStore store,
            InvitationLedger.Traces traces,
            Clock clock) {
        this.tenancy = tenancy;
        this.mails = mails;
        this.store = store;
        this.traces = traces;
        this.clock = clock;
    }

    /** False when none is left, or none may leave soon. */
    boolean next(InvitationOrder order) {
        return tenancy.in(order.workspace(), () -> {
            List<MailId> portion = mails.portion(order.workspace(), order.run(), MOST);
            if (!portion.isEmpty()) {
                note(order, portion);
            }
            return !portion.isEmpty();
        });
    }

    /** When to go on, at the earliest; empty when none is left. */
    Optional<Instant> later(InvitationOrder order) {
        return mails.nextPortion(order.workspace(), order.run());
    }

    private void note(InvitationOrder order, List<MailId> portion) {
        WorkspaceId workspace = order.workspace();
        Instant now = clock.instant();
        Duration lifetime = traces.policies().of(workspace).of(LinkPurpose.INVITATION);
        Rows invited = mails.in(workspace, portion);
        store.hold(workspace, invited);
        mails.skip(workspace, InvitationStore.overtaken(invited, now));
        traces.activity()
                .recordEach(
                        workspace,
                        order.actor(),
                        ContactInvited.class,
                        InvitationStore.facts(invited, Optional.of(order.run()), now));
        store.save(workspace, invited, order.actor(), now, now.plus(lifetime));
        traces.contacts().invited(workspace, InvitationStore.contacts(invited), now);
        mails.letGo(workspace, portion);
    }
}
