package io.portico.webhooks.delivery;

import io.portico.kernel.WebhookId;
import io.portico.kernel.WorkspaceId;
import io.portico.mail.Composition;
import io.portico.mail.MailComposer;
import io.portico.mail.MailOrder;
import io.portico.mail.MailTemplate;
import io.portico.mail.OperatorMails;
import io.portico.mail.OperatorMails.Content;
import io.portico.mail.OperatorMails.News;
import io.portico.mail.Priority;
import io.portico.workspace.Permission;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Mails those who manage webhooks that one was given up; the button leads to its page. */
@Component
class Notices implements MailComposer {
    private static final String WEBHOOK = "webhook";
    private static final News GIVEN_UP =
            new News(MailTemplate.WEBHOOK_DISABLED, Permission.MANAGE_API, Priority.PERSONAL);

    private final OperatorMails mails;

    Notices(OperatorMails mails) {
        this.mails = mails;
    }

    void tell(WorkspaceId workspace, WebhookId webhook) {
        mails.order(workspace, GIVEN_UP, Map.of(WEBHOOK, webhook.toString()));
    }

    @Override
    public MailTemplate template() {
        return GIVEN_UP.template();
    }

    @Override
    public Composition compose(MailOrder order) {
        String page = "/settings/webhooks/" + order.details().getOrDefault(WEBHOOK, "");
        return mails.compose(order, GIVEN_UP, operator -> Content.leadingTo(page));
    }
}
