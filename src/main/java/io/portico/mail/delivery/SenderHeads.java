package io.portico.mail.delivery;

import io.portico.installation.Installation;
import io.portico.installation.SmtpServer;
import io.portico.kernel.WorkspaceId;
import io.portico.mail.DkimKeys;
import io.portico.mail.DkimSigner;
import io.portico.mail.Sender;
import io.portico.mail.Senders;
import io.portico.workspace.Workspace;
import io.portico.workspace.Workspaces;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What mails of a workspace have in common, as it is now. */
@Component
public class SenderHeads {
    private final Workspaces workspaces;
    private final Senders senders;
    private final DkimKeys keys;
    private final Installation installation;

    SenderHeads(Workspaces workspaces, Senders senders, DkimKeys keys, Installation installation) {
        this.workspaces = workspaces;
        this.senders = senders;
        this.keys = keys;
        this.installation = installation;
    }

    public SenderHead of(WorkspaceId id) {
        Workspace workspace = workspaces.get(id);
        Sender sender = senders.of(workspace);
        return new SenderHead(
                workspace, sender, workspace.slug().value() + "." + installation.portalBase(), signer(id, sender));
    }

    /** A sending domain's own key; else the installation's, where the host wants its mails signed. */
    private Optional<DkimSigner> signer(WorkspaceId workspace, Sender sender) {
        if (sender.domain().isPresent()) {
            return keys.signer(workspace, sender.addressDomain());
        }
        return installation.smtp().filter(SmtpServer::signs).isPresent()
                ? keys.signerOfInstallation(sender.addressDomain())
                : Optional.empty();
    }
}
