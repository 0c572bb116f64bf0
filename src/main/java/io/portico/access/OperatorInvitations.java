package io.portico.access;

import io.portico.activity.Activity;
import io.portico.kernel.EmailAddress;
import io.portico.kernel.OperatorInvitationId;
import io.portico.kernel.WorkspaceId;
import io.portico.mail.MailTemplate;
import io.portico.mail.NewMail;
import io.portico.mail.Outbox;
import io.portico.tenancy.Tenancy;
import io.portico.workspace.ActingOperator;
import io.portico.workspace.Role;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Invitations to run a workspace. An address has at most one open invitation; inviting it again renews that one. Nobody
 * sends or revokes an invitation to a role above their own.
 */
@Component
public class OperatorInvitations {
    public static final Duration LIFETIME = Duration.ofDays(7);
    static final Duration COOLDOWN = Duration.ofMinutes(1);

    private final Tenancy tenancy;
    private final OperatorInvitationStore store;
    private final Outbox outbox;
    private final Activity activity;
    private final Clock clock;

    OperatorInvitations(Tenancy tenancy, OperatorInvitationStore store, Outbox outbox, Activity activity, Clock clock) {
        this.tenancy = tenancy;
        this.store = store;
        this.outbox = outbox;
        this.activity = activity;
        this.clock = clock;
    }

    /** Those not answered and not revoked, newest first; expired ones among them. */
    public List<OperatorInvitation> open(WorkspaceId workspace) {
        return tenancy.in(workspace, () -> store.open(workspace));
    }

    public OperatorInviteResult invite(WorkspaceId workspace, EmailAddress email, Role role, ActingOperator by) {
        return tenancy.in(workspace, () -> {
            Optional<String> colleague = store.nameOfColleague(workspace, email);
            if (colleague.isPresent()) {
                return new OperatorInviteResult.AlreadyHere(colleague.get());
            }
            Optional<OperatorInvitation> before = store.open(workspace, email);
            return refusal(before, role, by).orElseGet(() -> order(workspace, email, role, by));
        });
    }

    /** Sends the mail again, with a new link in place of the old one, good for the whole lifetime. */
    public OperatorInviteResult resend(WorkspaceId workspace, OperatorInvitationId invitation, ActingOperator by) {
        return tenancy.in(workspace, () -> {
            Optional<OperatorInvitation> before = store.open(workspace, invitation);
            return before.map(open -> refusal(before, open.role(), by)
                            .orElseGet(() -> order(workspace, open.email(), open.role(), by)))
                    .orElseGet(OperatorInviteResult.Gone::new);
        });
    }

    /** The invited address; empty, and nothing revoked, when it is not open or to a role above the operator's own. */
    public Optional<EmailAddress> revoke(WorkspaceId workspace, OperatorInvitationId invitation, ActingOperator by) {
        return tenancy.in(workspace, () -> {
            Optional<OperatorInvitation> open =
                    store.open(workspace, invitation).filter(found -> by.role().mayGive(found.role()));
            open.ifPresent(found -> {
                store.revoke(workspace, invitation, clock.instant());
                activity.record(
                        workspace,
                        by.actor(),
                        new OperatorInvitationRevoked(invitation, found.email().value()));
            });
            return open.map(OperatorInvitation::email);
        });
    }

    private Optional<OperatorInviteResult> refusal(Optional<OperatorInvitation> before, Role role, ActingOperator by) {
        Role highest = before.map(OperatorInvitation::role)
                .filter(r -> r.compareTo(role) < 0)
                .orElse(role);
        if (!by.role().mayGive(highest)) {
            return Optional.of(new OperatorInviteResult.AboveOwn());
        }
        Instant now = clock.instant();
        return before.map(open -> Duration.between(now, open.orderedAt().plus(COOLDOWN)))
                .filter(Duration::isPositive)
                .map(OperatorInviteResult.TooSoon::new);
    }

    private OperatorInviteResult order(WorkspaceId workspace, EmailAddress email, Role role, ActingOperator by) {
        Instant now = clock.instant();
        OperatorInvitationId id = store.upsert(
                workspace, OperatorInvitationId.next(clock), email, role, by.id(), now, now.plus(LIFETIME));
        outbox.enqueue(workspace, NewMail.personal(MailTemplate.OPERATOR_INVITATION, id.value(), email, Map.of()));
        activity.record(workspace, by.actor(), new OperatorInvited(id, role.word(), email.value()));
        return new OperatorInviteResult.Ordered(email);
    }
}
