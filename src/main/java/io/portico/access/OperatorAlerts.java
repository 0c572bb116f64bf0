package io.portico.access;

import io.portico.activity.Actor;
import io.portico.activity.Fact;
import io.portico.kernel.WorkspaceId;
import io.portico.mail.MailTemplate;
import io.portico.mail.NewMail;
import io.portico.mail.Outbox;
import io.portico.tenancy.Tenancy;
import io.portico.workspace.Operator;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Tells of a change to how an operator signs in: the log, and the operator by mail, who may not have made it. */
@Component
class OperatorAlerts {
    private final OperatorNews news;
    private final OperatorHome home;
    private final Tenancy tenancy;
    private final Outbox outbox;

    OperatorAlerts(OperatorNews news, OperatorHome home, Tenancy tenancy, Outbox outbox) {
        this.news = news;
        this.home = home;
        this.tenancy = tenancy;
        this.outbox = outbox;
    }

    void tell(Operator operator, Device device, Fact fact) {
        news.tell(operator.id(), new Actor.Operator(operator.id(), device.ip()), fact);
    }

    void tell(Operator operator, Device device, Fact fact, MailTemplate mail) {
        tell(operator, device, fact);
        home.of(operator.id()).ifPresent(workspace -> order(workspace, operator, mail));
    }

    private void order(WorkspaceId workspace, Operator operator, MailTemplate mail) {
        tenancy.run(
                workspace,
                () -> outbox.enqueue(
                        workspace, NewMail.personal(mail, operator.id().value(), operator.email(), Map.of())));
    }
}
