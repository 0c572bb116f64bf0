package io.portico.mail.dispatch;

import io.portico.kernel.MailId;
import io.portico.kernel.WorkspaceId;
import io.portico.mail.Composition;
import io.portico.mail.MailComposer;
import io.portico.mail.MailOrder;
import io.portico.mail.MailTemplate;
import io.portico.mail.Sender;
import io.portico.mail.Senders;
import io.portico.mail.content.MailContent;
import io.portico.mail.content.MailWriter;
import io.portico.mail.delivery.Letter;
import io.portico.mail.delivery.Letters;
import io.portico.workspace.Workspace;
import io.portico.workspace.Workspaces;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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

    /** What is the same for all mails of a workspace; good for a moment only. */
    record Letterhead(Workspace workspace, Sender sender) {}

    /** One answer for each, in their order. All are of one workspace. */
    List<Composition> compose(List<MailOrder> orders) {
        Map<MailId, Composition> composed = new HashMap<>();
        orders.stream().collect(Collectors.groupingBy(MailOrder::template)).forEach((template, alike) -> {
            List<Composition> answers = composer(template).compose(alike);
            for (int i = 0; i < alike.size(); i++) {
                composed.put(alike.get(i).id(), answers.get(i));
            }
        });
        return orders.stream()
                .map(order -> Objects.requireNonNull(composed.get(order.id())))
                .toList();
    }

    private MailComposer composer(MailTemplate template) {
        MailComposer composer = composers.get(template);
        if (composer == null) {
            throw new IllegalStateException("nobody composes " + template.word());
        }
        return composer;
    }

    Letterhead letterhead(WorkspaceId id) {
        Workspace workspace = workspaces.get(id);
        return new Letterhead(workspace, senders.of(workspace));
    }

    Letter write(Letterhead head, Claim claim, Composition.Ready mail) {
        MailContent content = writer.write(claim.template(), head.workspace(), mail);
        return letters.write(head.workspace().id(), claim.id(), head.sender(), mail.to(), mail.language(), content);
    }
}
