package io.portico.access;

import io.portico.installation.Installation;
import io.portico.kernel.PasswordResetId;
import io.portico.kernel.Secret;
import io.portico.mail.Composition;
import io.portico.mail.CustomValue;
import io.portico.mail.MailComposer;
import io.portico.mail.MailOrder;
import io.portico.mail.MailTemplate;
import io.portico.mail.SkipReason;
import io.portico.workspace.Operator;
import io.portico.workspace.Operators;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The mail with which an operator sets a new password; its secret is made when it is composed. */
@Component
class PasswordResetMail implements MailComposer {
    private final PasswordResetStore store;
    private final Operators operators;
    private final Installation installation;
    private final Clock clock;

    PasswordResetMail(PasswordResetStore store, Operators operators, Installation installation, Clock clock) {
        this.store = store;
        this.operators = operators;
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
                .flatMap(PasswordResetId::parse)
                .flatMap(
                        reset -> store.arm(reset, secret.hash(), clock.instant().plus(PasswordResetOrders.LIFETIME)))
                .flatMap(operators::find);
        return operator.<Composition>map(found -> ready(found, secret))
                .orElseGet(() -> new Composition.Skip(SkipReason.GONE));
    }

    private Composition.Ready ready(Operator operator, Secret secret) {
        return new Composition.Ready(
                operator.email(),
                operator.language(),
                Map.of(
                        CustomValue.OPERATOR_NAME, operator.name(),
                        CustomValue.OPERATOR_EMAIL, operator.email().value()),
                installation.consoleUrl() + "/reset-password/" + secret.reveal(),
                Optional.empty(),
                Optional.empty());
    }
}
