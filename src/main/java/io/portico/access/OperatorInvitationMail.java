package io.portico.access;

import io.portico.installation.Installation;
import io.portico.kernel.OperatorInvitationId;
import io.portico.kernel.Secret;
import io.portico.kernel.WorkspaceId;
import io.portico.mail.Composition;
import io.portico.mail.CustomValue;
import io.portico.mail.MailComposer;
import io.portico.mail.MailOrder;
import io.portico.mail.MailTemplate;
import io.portico.mail.SkipReason;
import io.portico.tenancy.Tenancy;
import io.portico.workspace.Operator;
import io.portico.workspace.Operators;
import io.portico.workspace.Workspace;
import io.portico.workspace.Workspaces;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The mail that invites somebody to run a workspace; its secret is made when it is composed. */
@Component
class OperatorInvitationMail implements MailComposer {
    /** Who is who in the mail. */
    @Component
    record People(Operators operators, Workspaces workspaces) {}

    private final Tenancy tenancy;
    private final OperatorInvitationStore store;
    private final People people;
    private final Installation installation;
    private final Clock clock;

    OperatorInvitationMail(
            Tenancy tenancy, OperatorInvitationStore store, People people, Installation installation, Clock clock) {
        this.tenancy = tenancy;
        this.store = store;
        this.people = people;
        this.installation = installation;
        this.clock = clock;
    }

    @Override
    public MailTemplate template() {
        return MailTemplate.OPERATOR_INVITATION;
    }

    @Override
    public Composition compose(MailOrder order) {
        Secret secret = Secret.random();
        return order.recipient()
                .map(OperatorInvitationId::new)
                .flatMap(invitation -> armed(order.workspace(), invitation, secret))
                .<Composition>map(invitation -> ready(order, invitation, secret))
                .orElseGet(() -> new Composition.Skip(SkipReason.GONE));
    }

    private Optional<OperatorInvitation> armed(WorkspaceId workspace, OperatorInvitationId invitation, Secret secret) {
        var end = clock.instant().plus(OperatorInvitations.LIFETIME);
        return tenancy.in(
                workspace,
                () -> store.arm(workspace, invitation, secret.hash(), end)
                        ? store.open(workspace, invitation)
                        : Optional.empty());
    }

    /** In the language of the invited person if they are an operator already, else in the workspace's. */
    private Composition.Ready ready(MailOrder order, OperatorInvitation invitation, Secret secret) {
        Workspace workspace = people.workspaces().get(order.workspace());
        return new Composition.Ready(
                invitation.email(),
                people.operators()
                        .withEmail(invitation.email())
                        .map(Operator::language)
                        .orElse(workspace.language()),
                Map.of(
                        CustomValue.OPERATOR_NAME, invitation.invitedBy(),
                        CustomValue.OPERATOR_EMAIL, invitation.invitedByEmail()),
                installation.consoleUrl() + "/join/" + secret.reveal(),
                Optional.empty(),
                Optional.empty());
    }
}
