package io.portico.access;

import io.portico.activity.Activity;
import io.portico.activity.Actor;
import io.portico.kernel.Secret;
import io.portico.tenancy.Tenancy;
import io.portico.workspace.NewOperator;
import io.portico.workspace.Operator;
import io.portico.workspace.Operators;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The other side of an operator's invitation: the invited person follows the mailed link and joins. */
@Component
public class OperatorJoining {
    private final Tenancy tenancy;
    private final OperatorInvitationStore store;
    private final Operators operators;
    private final Activity activity;
    private final Clock clock;

    OperatorJoining(
            Tenancy tenancy, OperatorInvitationStore store, Operators operators, Activity activity, Clock clock) {
        this.tenancy = tenancy;
        this.store = store;
        this.operators = operators;
        this.activity = activity;
        this.clock = clock;
    }

    /** What the link leads to now; looking spends nothing. */
    public JoinLink find(Secret link) {
        byte[] hash = link.hash();
        Instant now = clock.instant();
        return tenancy.withSecretHash(hash, () -> store.behind(hash))
                .map(row -> row.at(now))
                .orElseGet(JoinLink.Dead::new);
    }

    /**
     * Lets the operator who has the invited address into the workspace; one who is there already keeps the role.
     *
     * @return false when the link died meanwhile
     * @throws IllegalArgumentException when the invitation is another person's
     */
    public boolean join(Secret link, JoinLink.Open invitation, Operator operator, Device device) {
        if (!operator.email().key().equals(invitation.email().key())) {
            throw new IllegalArgumentException(
                    "invited was " + invitation.email().masked() + ", not " + operator.id());
        }
        return tenancy.in(invitation.workspace(), () -> {
            boolean accepted = accept(link, invitation);
            if (accepted) {
                letIn(invitation, operator, device);
            }
            return accepted;
        });
    }

    /**
     * Makes the invited person an operator and lets them in, in one transaction; empty when the link died meanwhile.
     *
     * @throws IllegalStateException when somebody became an operator with this address meanwhile
     */
    public Optional<Operator> joinAsNew(Secret link, JoinLink.Open invitation, NewOperator wanted, Device device) {
        return tenancy.in(invitation.workspace(), () -> {
            if (!accept(link, invitation)) {
                return Optional.empty();
            }
            Operator operator = operators
                    .create(wanted)
                    .orElseThrow(() -> new IllegalStateException("an operator has " + wanted.email() + " by now"));
            letIn(invitation, operator, device);
            return Optional.of(operator);
        });
    }

    private boolean accept(Secret link, JoinLink.Open invitation) {
        return store.accept(invitation.workspace(), invitation.invitation(), link.hash(), clock.instant());
    }

    private void letIn(JoinLink.Open invitation, Operator operator, Device device) {
        if (operators.roleIn(invitation.workspace(), operator.id()).isPresent()) {
            return;
        }
        operators.add(invitation.workspace(), operator.id(), invitation.role());
        activity.record(
                invitation.workspace(),
                new Actor.Operator(operator.id(), device.ip()),
                new OperatorJoined(operator.id(), invitation.role().word(), operator.name()));
    }
}
