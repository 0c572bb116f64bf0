package io.portico.mail.dispatch;

import io.portico.mail.Composition;
import io.portico.mail.MailComposer;
import io.portico.mail.MailOrder;
import io.portico.mail.MailTemplate;
import io.portico.mail.Senders;
import io.portico.mail.content.MailContent;
import io.portico.mail.content.MailWriter;
import io.portico.mail.delivery.Letter;
import io.portico.mail.delivery.Letters;
import io.portico.workspace.Workspace;
import io.portico.workspace.Workspaces;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Where an order becomes a letter: composed by the room that ordered it, written in the workspace's name. */
@Component
class Desk {
    private final Map<MailTemplate, MailComposer> composers;
    private final Workspaces workspaces;
    private final Senders senders;
    private final MailWriter writer;
    private final Letters letters;

    Desk(List<MailComposer> composers, Workspaces workspaces, Senders senders, MailWriter writer, Letters letters) {
        this.composers = composers.stream().collect(Collectors.toMap(MailComposer::template, Function.identity()));
        this.workspaces = workspaces;
        this.senders = senders;
        this.writer = writer;
        this.letters = letters;
    }

    Composition compose(MailOrder order) {
        MailComposer composer = composers.get(order.template());
        if (composer == null) {
            throw new IllegalStateException(
                    "nobody composes " + order.template().word());
        }
        return composer.compose(order);
    }

    Letter write(Claim claim, Composition.Ready mail) {
        Workspace workspace = workspaces.get(claim.workspace());
        MailContent content = writer.write(claim.template(), workspace, mail);
        return letters.write(workspace.id(), claim.id(), senders.of(workspace), mail.to(), mail.language(), content);
    }
}
