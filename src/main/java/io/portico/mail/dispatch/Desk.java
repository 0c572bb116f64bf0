package io.portico.mail.dispatch;

import io.portico.kernel.MailId;
import io.portico.kernel.WorkspaceId;
import io.portico.mail.Composition;
import io.portico.mail.MailComposer;
import io.portico.mail.MailOrder;
import io.portico.mail.MailTemplate;
import io.portico.mail.content.MailContent;
import io.portico.mail.content.MailWriter;
import io.portico.mail.delivery.Letter;
import io.portico.mail.delivery.Letters;
import io.portico.mail.delivery.SenderHead;
import io.portico.mail.delivery.SenderHeads;
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
    private final SenderHeads senderHeads;
    private final MailWriter writer;
    private final Letters letters;

    Desk(List<MailComposer> composers, SenderHeads senderHeads, MailWriter writer, Letters letters) {
        this.composers = composers.stream().collect(Collectors.toMap(MailComposer::template, Function.identity()));
        this.senderHeads = senderHeads;
        this.writer = writer;
        this.letters = letters;
    }

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

    SenderHead senderHead(WorkspaceId workspace) {
        return senderHeads.of(workspace);
    }

    Letter write(SenderHead head, Claim claim, Composition.Ready mail) {
        MailContent content = writer.write(claim.template(), head.workspace(), mail);
        return letters.write(head, claim.id(), mail.to(), mail.language(), content);
    }
}
