package io.portico.mail;

import io.portico.activity.Activity;
import io.portico.activity.Actor;
import io.portico.kernel.MailId;
import io.portico.kernel.WorkspaceId;
import io.portico.tenancy.Tenancy;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The built-in mailbox of a workspace: where its mails lie, unsent, for as long as no mail server is set. */
@Component
public class Mailbox {
    private final Tenancy tenancy;
    private final MailboxStore store;
    private final Activity activity;

    Mailbox(Tenancy tenancy, MailboxStore store, Activity activity) {
        this.tenancy = tenancy;
        this.store = store;
        this.activity = activity;
    }

    /** Newest first; with {@code before}, those older than that one. */
    public List<MailboxEntry> latest(WorkspaceId workspace, int limit, Optional<MailId> before) {
        return tenancy.in(workspace, () -> store.latest(workspace, limit, before));
    }

    public long size(WorkspaceId workspace) {
        return tenancy.in(workspace, () -> store.size(workspace));
    }

    public Optional<MailboxMail> find(WorkspaceId workspace, MailId mail) {
        return tenancy.in(workspace, () -> store.find(workspace, mail));
    }

    /** Deletes all mails in it, for good; answers how many. That they were written stays in the {@link MailLog}. */
    public int empty(WorkspaceId workspace, Actor actor) {
        return tenancy.in(workspace, () -> {
            int deleted = store.deleteAll(workspace);
            activity.record(workspace, actor, new MailboxEmptied(Integer.toString(deleted)));
            return deleted;
        });
    }
}
