package io.portico.access;

import io.portico.kernel.EmailAddress;
import io.portico.kernel.WorkspaceId;
import io.portico.mail.MailTemplate;
import io.portico.mail.NewMail;
import io.portico.mail.Outbox;
import io.portico.mail.Priority;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Contacts who ask for a link on the portal's sign-in page. What happens here is the same for every address, known or
 * not: an order is placed, and only when its turn comes is it looked up whom it is for. So neither answer nor timing
 * tells who is a contact.
 */
@Component
public class SignInRequests {
    private final Outbox outbox;

    SignInRequests(Outbox outbox) {
        this.outbox = outbox;
    }

    /** Orders a mail with link and code for whoever has this address, if anybody. */
    public void request(WorkspaceId workspace, EmailAddress address, LinkTarget target) {
        outbox.enqueue(
                workspace,
                new NewMail(
                        MailTemplate.SIGN_IN,
                        Optional.empty(),
                        Optional.of(address),
                        Map.of("target", target.path()),
                        Priority.PERSONAL));
    }
}
