package io.portico.mail;

import io.portico.activity.Actor;
import io.portico.kernel.EmailAddress;
import io.portico.kernel.Language;
import io.portico.kernel.MailId;
import io.portico.kernel.RunId;
import io.portico.kernel.Slug;
import io.portico.kernel.Uuid7;
import io.portico.kernel.WorkspaceId;
import io.portico.workspace.NewOperator;
import io.portico.workspace.NewWorkspace;
import io.portico.workspace.Operator;
import io.portico.workspace.Operators;
import io.portico.workspace.Workspace;
import io.portico.workspace.Workspaces;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/** Workspaces, operators and orders for tests. */
public class MailFixtures {
    private static final AtomicInteger COUNT = new AtomicInteger();

    private final Workspaces workspaces;
    private final Operators operators;
    private final Outbox outbox;
    private final Clock clock;

    MailFixtures(Workspaces workspaces, Operators operators, Outbox outbox, Clock clock) {
        this.workspaces = workspaces;
        this.operators = operators;
        this.outbox = outbox;
        this.clock = clock;
    }

    public Operator anOwner() {
        var email = EmailAddress.of("owner" + COUNT.incrementAndGet() + "@example.com");
        return operators
                .create(new NewOperator("Dana", email, "{noop}", Language.EN))
                .orElseThrow();
    }

    public Workspace aWorkspace() {
        return aWorkspace(anOwner());
    }

    public Workspace aWorkspace(Operator owner) {
        var slug = new Slug("acme-" + COUNT.incrementAndGet());
        var wanted = new NewWorkspace("Acme Studio", slug, Language.EN, ZoneId.of("Asia/Seoul"));
        return workspaces.open(wanted, owner.id(), new Actor.Portico()).orElseThrow();
    }

    public UUID aRecipient() {
        return Uuid7.next(clock);
    }

    /** Orders a personal login e-mail. */
    public MailId order(WorkspaceId workspace, String address, Map<String, String> details) {
        return outbox.enqueue(
                workspace, NewMail.personal(MailTemplate.LOGIN_EMAIL, aRecipient(), EmailAddress.of(address), details));
    }

    /** Orders a login e-mail of a run. */
    public MailId order(WorkspaceId workspace, String address, RunId run) {
        return outbox.enqueue(
                workspace,
                NewMail.bulk(MailTemplate.LOGIN_EMAIL, aRecipient(), EmailAddress.of(address), Map.of(), run));
    }
}
