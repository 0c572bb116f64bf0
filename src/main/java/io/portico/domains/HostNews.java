package io.portico.domains;

import io.portico.activity.Activity;
import io.portico.activity.Actor;
import io.portico.activity.Fact;
import io.portico.kernel.WorkspaceId;
import io.portico.mail.MailTemplate;
import io.portico.mail.OperatorMails;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Tells of what became of a host, or of a sending domain: the log, and those who manage the workspace by mail. Part of the
 * caller's transaction.
 */
@Component
class HostNews {
    /** The detail of an order that names the host. */
    static final String HOST = "host";

    private final Activity activity;
    private final OperatorMails mails;

    HostNews(Activity activity, OperatorMails mails) {
        this.activity = activity;
        this.mails = mails;
    }

    void tell(WorkspaceId workspace, Actor actor, Fact fact) {
        activity.record(workspace, actor, fact);
    }

    void mail(WorkspaceId workspace, MailTemplate template, String host) {
        mails.order(workspace, DomainMails.news(template), Map.of(HOST, host));
    }
}
