package io.portico.access;

import io.portico.kernel.EmailAddress;
import io.portico.kernel.Secret;
import io.portico.mail.MailTemplate;
import io.portico.workspace.Operator;
import io.portico.workspace.Operators;
import java.util.Optional;
import org.springframework.core.task.TaskExecutor;
import org.springframework.stereotype.Component;

/**
 * Operators who forgot their password ask for a mail with a link. The answer is the same whether the address is known,
 * and what follows happens in a thread of its own, so the time it takes tells nothing either.
 */
@Component
public class PasswordResets {
    private final Operators operators;
    private final PasswordResetOrders orders;
    private final PasswordResetLinks links;
    private final OperatorAlerts alerts;
    private final TaskExecutor executor;

    PasswordResets(
            Operators operators,
            PasswordResetOrders orders,
            PasswordResetLinks links,
            OperatorAlerts alerts,
            TaskExecutor applicationTaskExecutor) {
        this.operators = operators;
        this.orders = orders;
        this.links = links;
        this.alerts = alerts;
        this.executor = applicationTaskExecutor;
    }

    /** Orders the mail, if an operator has this address and it was not ordered a moment ago. */
    public void request(EmailAddress address) {
        executor.execute(() -> operators.withEmail(address).ifPresent(orders::place));
    }

    /** Whose password the link can set now; looking spends nothing. */
    public Optional<Operator> find(Secret link) {
        return links.alive(link).flatMap(operators::find);
    }

    /** Spends the link, sets the password, ends all sessions and lifts the lock; false when the link is dead. */
    public boolean reset(Secret link, NewPassword password, Device device) {
        Optional<Operator> operator = links.redeem(link, password).flatMap(operators::find);
        operator.ifPresent(done -> alerts.tell(
                done, device, new OperatorPasswordReset(done.id(), done.name()), MailTemplate.PASSWORD_CHANGED));
        return operator.isPresent();
    }
}
