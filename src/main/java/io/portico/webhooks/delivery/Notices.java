package io.portico.webhooks.delivery;

import io.portico.installation.Installation;
import io.portico.kernel.OperatorId;
import io.portico.kernel.WebhookId;
import io.portico.kernel.WorkspaceId;
import io.portico.mail.Composition;
import io.portico.mail.MailComposer;
import io.portico.mail.MailOrder;
import io.portico.mail.MailTemplate;
import io.portico.mail.NewMail;
import io.portico.mail.Outbox;
import io.portico.mail.SkipReason;
import io.portico.workspace.Colleague;
import io.portico.workspace.Operator;
import io.portico.workspace.Operators;
import io.portico.workspace.Role;
import io.portico.workspace.Workspaces;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Mails owners that a webhook was given up; the button leads to its page. */
@Component
class Notices implements MailComposer {
    private static final String WEBHOOK = "webhook";

    private final Operators operators;
    private final Workspaces workspaces;
    private final Outbox outbox;
    private final Installation installation;

    Notices(Operators operators, Workspaces workspaces, Outbox outbox, Installation installation) {
        this.operators = operators;
        this.workspaces = workspaces;
        this.outbox = outbox;
        this.installation = installation;
    }

    void tellOwners(WorkspaceId workspace, WebhookId webhook) {
        outbox.enqueue(
                workspace,
                operators.of(workspace).stream()
                        .filter(each -> each.role() == Role.OWNER)
                        .map(Colleague::operator)
                        .map(owner -> NewMail.personal(
                                template(), owner.id().value(), owner.email(), Map.of(WEBHOOK, webhook.toString())))
                        .toList());
    }

    @Override
    public MailTemplate template() {
        return MailTemplate.WEBHOOK_DISABLED;
    }

    @Override
    public Composition compose(MailOrder order) {
        return order.recipient()
                .map(OperatorId::new)
                .flatMap(operators::find)
                .<Composition>map(operator -> ready(order, operator))
                .orElseGet(() -> new Composition.Skip(SkipReason.GONE));
    }

    private Composition.Ready ready(MailOrder order, Operator operator) {
        String page = "/w/" + workspaces.get(order.workspace()).slug() + "/settings/webhooks/"
                + order.details().getOrDefault(WEBHOOK, "");
        return new Composition.Ready(
                operator.email(),
                operator.language(),
                Map.of(),
                installation.consoleUrl() + page,
                Optional.empty(),
                Optional.empty());
    }
}
