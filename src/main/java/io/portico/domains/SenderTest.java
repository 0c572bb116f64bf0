package io.portico.domains;

import io.portico.kernel.WorkspaceId;
import io.portico.mail.MailTemplate;
import io.portico.mail.NewMail;
import io.portico.mail.Outbox;
import io.portico.workspace.Operator;
import java.util.Map;
import org.springframework.stereotype.Component;

/** A mail by which an operator sees how the workspace's mails arrive. */
@Component
public class SenderTest {
    private final Outbox outbox;

    SenderTest(Outbox outbox) {
        this.outbox = outbox;
    }

    /** To the operator's own address and no other. */
    public void send(WorkspaceId workspace, Operator to) {
        outbox.enqueue(
                workspace, NewMail.personal(MailTemplate.SENDER_TEST, to.id().value(), to.email(), Map.of()));
    }
}
