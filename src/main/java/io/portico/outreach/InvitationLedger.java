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
import io.portico.kernel.RunId;
import io.portico.kernel.WorkspaceId;
import io.portico.mail.NewMail;
import io.portico.tenancy.Tenancy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** Keeps invitation, contact and log in step: whoever changes one of them changes all three in one transaction. */
@Component
class InvitationLedger {
    private static final int EXPIRED_AT_ONCE = 500;

    private final Tenancy tenancy;
    private final InvitationStore store;
    private final Runs runs;
    private final Traces traces;
    private final Clock clock;

    InvitationLedger(Tenancy tenancy, InvitationStore store, Runs runs, Traces traces, Clock clock) {
        this.tenancy = tenancy;
        this.store = store;
        this.runs = runs;
        this.traces = traces;
        this.clock = clock;
    }

    RunId start(WorkspaceId workspace, Letter letter, Actor actor, Function<RunId, List<NewMail>> fill) {
        return runs.start(workspace, RunKind.INVITATIONS, letter, actor, fill);
    }

    void invite(WorkspaceId workspace, RunId run, List<Candidate> invited, Actor actor) {
        if (invited.isEmpty()) {
            return;
        }
        Instant now = clock.instant();
        List<ContactId> ids = invited.stream().map(Candidate::contact).toList();
        Duration lifetime = traces.policies().of(workspace).of(LinkPurpose.INVITATION);
        store.save(workspace, ids, actor, now, now.plus(lifetime));
        store.markInvited(workspace, ids, now);
        traces.activity()
                .record(
                        workspace,
                        actor,
                        invited.stream()
                                .map(one -> new ContactInvited(
                                        one.contact(),
                                        run,
                                        one.standing(),
                                        one.standing().invited(now)))
                                .toList());
    }

    Optional<Invitation> find(WorkspaceId workspace, ContactId contact) {
        return tenancy.in(workspace, () -> store.find(workspace, contact));
    }

    boolean revoke(WorkspaceId workspace, ContactId contact, LinkPurpose purpose, Actor actor) {
        return tenancy.in(workspace, () -> {
            StandingChange change = close(workspace, contact, InvitationState.REVOKED);
            if (change.isNone()) {
                return false;
            }
            traces.links().revokePurpose(workspace, contact, purpose, actor);
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

    private void expire(InvitationStore.Due due) {
        end(due.workspace(), due.contact(), InvitationState.EXPIRED, InvitationExpired::new);
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

    /** An invitation of somebody who has joined is accepted, whatever else was to become of it. */
    private StandingChange close(WorkspaceId workspace, ContactId contact, InvitationState end) {
        StandingChange change = traces.contacts()
                .changeStanding(
                        workspace,
                        contact,
                        before -> before.hasJoined() || before.invitation() != InvitationState.PENDING
                                ? before
                                : before.invitationBecame(end));
        store.close(workspace, contact, change.isNone() ? Invitation.State.ACCEPTED : Invitation.State.of(end.word()));
        return change;
    }

    /** Where an invitation leaves traces beside its own row, and how long it lives. */
    @Component
    record Traces(Contacts contacts, MagicLinks links, AccessPolicies policies, Activity activity) {}
}
