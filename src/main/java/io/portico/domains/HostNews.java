package io.portico.domains;

import io.portico.activity.Activity;
import io.portico.activity.Actor;
import io.portico.activity.Fact;
import io.portico.kernel.WorkspaceId;
import io.portico.mail.MailTemplate;
import io.portico.mail.NewMail;
import io.portico.mail.Outbox;
import io.portico.workspace.Colleague;
import io.portico.workspace.Operators;
import io.portico.workspace.Role;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Tells of what became of a host, or of a sending domain: the log, and the owners by mail. Part of the caller's transaction. */
@Component
class HostNews {
    /** The detail of an order that names the host. */
    static final String HOST = "host";

    private final Activity activity;
    private final Operators operators;
    private final Outbox outbox;

    HostNews(Activity activity, Operators operators, Outbox outbox) {
        this.activity = activity;
        this.operators = operators;
        this.outbox = outbox;
    }

    void tell(WorkspaceId workspace, Actor actor, Fact fact) {
        activity.record(workspace, actor, fact);
    }

    void tellOwners(WorkspaceId workspace, MailTemplate template, String host) {
        List<NewMail> mails = operators.of(workspace).stream()
                .filter(colleague -> colleague.role() == Role.OWNER)
                .map(Colleague::operator)
                .map(owner -> NewMail.personal(template, owner.id().value(), owner.email(), Map.of(HOST, host)))
                .toList();
        outbox.enqueue(workspace, mails);
    }
}
