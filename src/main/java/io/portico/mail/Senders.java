package io.portico.mail;

import io.portico.activity.Activity;
import io.portico.activity.Actor;
import io.portico.installation.Installation;
import io.portico.installation.SmtpServer;
import io.portico.kernel.EmailAddress;
import io.portico.kernel.WorkspaceId;
import io.portico.tenancy.Tenancy;
import io.portico.workspace.Workspace;
import io.portico.workspace.Workspaces;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * The workspaces' senders. Until a domain of its own is in use, a workspace's mails go from the installation's address,
 * in the workspace's name. What is changed here holds for mails written from then on.
 */
@Component
public class Senders {
    private final Tenancy tenancy;
    private final SenderStore store;
    private final Activity activity;
    private final Workspaces workspaces;
    private final Installation installation;

    Senders(Tenancy tenancy, SenderStore store, Activity activity, Workspaces workspaces, Installation installation) {
        this.tenancy = tenancy;
        this.store = store;
        this.activity = activity;
        this.workspaces = workspaces;
        this.installation = installation;
    }

    public Sender of(WorkspaceId workspace) {
        return of(workspaces.get(workspace));
    }

    public Sender of(Workspace workspace) {
        SenderStore.Row row = tenancy.in(workspace.id(), () -> store.find(workspace.id()));
        return new Sender(
                row.chosen().name().orElse(workspace.name()),
                row.address().map(EmailAddress::value).orElseGet(this::installationsAddress),
                row.chosen().replyTo(),
                row.address().map(EmailAddress::domain));
    }

    /** What operators chose, for the form in which they change it. */
    public SenderName chosen(WorkspaceId workspace) {
        return tenancy.in(workspace, () -> store.find(workspace)).chosen();
    }

    /** The address from which mails go without a sending domain of the workspace's own. */
    public String installationsAddress() {
        return installation.smtp().map(SmtpServer::from).orElse("portal@" + installation.portalBase());
    }

    /** Nothing is recorded when nothing changes. */
    public void name(WorkspaceId workspace, SenderName chosen, Actor actor) {
        tenancy.run(workspace, () -> {
            if (!store.hold(workspace).chosen().equals(chosen)) {
                store.name(workspace, chosen);
                activity.record(workspace, actor, SenderNamed.as(chosen));
            }
        });
    }

    /** From now on from this address. Its domain must have been proved to be the workspace's, and ready to be sent from. */
    public void sendFrom(WorkspaceId workspace, EmailAddress address, Actor actor) {
        useAddress(workspace, Optional.of(address), actor);
    }

    /** From now on from the installation's address again, as when the domain is ready no more. */
    public void sendFromInstallation(WorkspaceId workspace, Actor actor) {
        useAddress(workspace, Optional.empty(), actor);
    }

    private void useAddress(WorkspaceId workspace, Optional<EmailAddress> address, Actor actor) {
        tenancy.run(workspace, () -> {
            if (!store.hold(workspace).address().equals(address)) {
                store.sendFrom(workspace, address);
                String text = address.map(EmailAddress::value).orElseGet(this::installationsAddress);
                activity.record(workspace, actor, new SenderAddressChanged(text, address.isPresent()));
            }
        });
    }
}
