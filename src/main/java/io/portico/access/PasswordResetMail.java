package io.portico.access;

import io.portico.installation.Installation;
import io.portico.kernel.Secret;
import io.portico.mail.Composition;
import io.portico.mail.MailComposer;
import io.portico.mail.MailOrder;
import io.portico.mail.MailTemplate;
import io.portico.mail.SkipReason;
import io.portico.workspace.Operator;
import io.portico.workspace.Operators;
import io.portico.workspace.Workspaces;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The mail with which an operator sets a new password; its secret is made when it is composed. */
@Component
class PasswordResetMail implements MailComposer {
    private final PasswordResetStore store;
    private final Operators operators;
    private final Workspaces workspaces;
    private final Installation installation;
    private final Clock clock;

    PasswordResetMail(
            PasswordResetStore store,
            Operators operators,
            Workspaces workspaces,
            Installation installation,
            Clock clock) {
        this.store = store;
        this.operators = operators;
        this.workspaces = workspaces;
        this.installation = installation;
        this.clock = clock;
    }

    @Override
    public MailTemplate template() {
        return MailTemplate.PASSWORD_RESET;
    }

    @Override
    public Composition compose(MailOrder order) {
        Secret secret = Secret.random();
        Optional<Operator> operator = Optional.ofNullable(order.details().get(PasswordResetOrders.DETAIL))
                .map(UUID::fromString)
                .flatMap(
                        reset -> store.arm(reset, secret.hash(), clock.instant().plus(PasswordResetOrders.LIFETIME)))
                .flatMap(operators::find);
        return operator.<Composition>map(found -> ready(order, found, secret))
                .orElseGet(() -> new Composition.Skip(SkipReason.GONE));
    }

    private Composition.Ready ready(MailOrder order, Operator operator, Secret secret) {
        String workspace = workspaces.get(order.workspace()).name();
        return new Composition.Ready(
                operator.email(),
                operator.language(),
                Map.of("operator.name", operator.name(), "workspace.name", workspace),
                installation.consoleUrl() + "/reset-password/" + secret.reveal(),
                Optional.empty(),
                Optional.empty());
    }
}
