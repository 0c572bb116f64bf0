package io.portico.outreach;

import io.portico.access.AccessPolicies;
import io.portico.access.LinkPurpose;
import io.portico.access.MagicLinks;
import io.portico.activity.Activity;
import io.portico.activity.Actor;
import io.portico.contacts.Contacts;
import io.portico.contacts.InvitationState;
import io.portico.contacts.Standing;
import io.portico.contacts.StandingChange;
import io.portico.contacts.StandingChanged;
import io.portico.kernel.ContactId;
import io.portico.kernel.WorkspaceId;
import io.portico.tenancy.Tenancy;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Keeps invitation, contact and log in step: whoever changes one of them changes all three in one transaction. */
@Component
class InvitationLedger {
    private static final int EXPIRED_AT_ONCE = 500;

    private final Tenancy tenancy;
    private final InvitationStore store;
    private final Traces traces;
    private final Clock clock;

    InvitationLedger(Tenancy tenancy, InvitationStore store, Traces traces, Clock clock) {
        this.tenancy = tenancy;
        this.store = store;
        this.traces = traces;
        this.clock = clock;
    }

    Optional<Invitation> find(WorkspaceId workspace, ContactId contact) {
        return tenancy.in(workspace, () -> store.find(workspace, contact));
    }

    List<Invitation> page(
            WorkspaceId workspace, Optional<InvitationState> state, Optional<ContactId> after, int limit) {
        return tenancy.in(workspace, () -> store.page(workspace, state, after, limit));
    }

    boolean revoke(WorkspaceId workspace, ContactId contact, Actor actor) {
        return tenancy.in(workspace, () -> {
            StandingChange change = close(workspace, contact, InvitationState.REVOKED);
            if (change.isNone()) {
                return false;
            }
            traces.links().revokePurpose(workspace, contact, LinkPurpose.INVITATION, actor);
            // Somebody who has not joined has such links from reminders.
            traces.links().revokePurpose(workspace, contact, LinkPurpose.AUTOMATION, actor);
            traces.activity().record(workspace, actor, new InvitationRevoked(contact, change.before(), change.after()));
            return true;
        });
    }

    /** Closes the invitations whose time is over; answers how many there were, so that the caller can go on. */
    int expireDue() {
        List<InvitationStore.Due> due = tenancy.everywhere(() -> store.due(clock.instant(), EXPIRED_AT_ONCE));
        due.forEach(this::expire);
        return due.size();
    }

    /** Waits for whoever is just inviting the contact again, and then looks anew whether the time is over. */
    private void expire(InvitationStore.Due due) {
        tenancy.run(due.workspace(), () -> {
            traces.contacts().hold(due.workspace(), due.contact());
            if (store.isDue(due.workspace(), due.contact(), clock.instant())) {
                end(due.workspace(), due.contact(), InvitationState.EXPIRED, InvitationExpired::new);
            }
        });
    }

    /** The mailbox the contact was invited at does not exist. Does nothing when no invitation is pending. */
    void bounced(WorkspaceId workspace, ContactId contact) {
        end(workspace, contact, InvitationState.BOUNCED, InvitationBounced::new);
    }

    /** How the log tells that an invitation ended. */
    private interface Ended {
        StandingChanged fact(ContactId contact, Standing before, Standing after);
    }

    private void end(WorkspaceId workspace, ContactId contact, InvitationState end, Ended ended) {
        tenancy.run(workspace, () -> {
            StandingChange change = close(workspace, contact, end);
            if (!change.isNone()) {
                traces.activity()
                        .record(workspace, new Actor.Portico(), ended.fact(contact, change.before(), change.after()));
            }
        });
    }

    /** Ends a pending invitation; none is changed when none is pending, or when the contact has joined by now. */
    private StandingChange close(WorkspaceId workspace, ContactId contact, InvitationState end) {
        StandingChange change = traces.contacts()
                .changeStanding(
                        workspace, contact, before -> isWaitedFor(before) ? before.invitationBecame(end) : before);
        store.close(workspace, contact, endOf(change.before(), end));
        return change;
    }

    private static boolean isWaitedFor(Standing standing) {
        return !standing.hasJoined() && standing.invitation() == InvitationState.PENDING;
    }

    /** The invitation of somebody who has joined is accepted, whatever else was to become of it. */
    private static InvitationState endOf(Standing standing, InvitationState wanted) {
        return standing.hasJoined() ? InvitationState.ACCEPTED : wanted;
    }

    /** Where an invitation leaves traces beside its own row, and how long it lives. */
    @Component
    record Traces(Contacts contacts, MagicLinks links, AccessPolicies policies, Activity activity) {}
}
