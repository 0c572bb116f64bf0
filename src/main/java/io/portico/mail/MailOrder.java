package io.portico.mail;

import io.portico.kernel.EmailAddress;
import io.portico.kernel.MailId;
import io.portico.kernel.WorkspaceId;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** A mail whose turn has come, as its composer gets it. */
public record MailOrder(
        WorkspaceId workspace,
        MailId id,
        MailTemplate template,
        Optional<UUID> recipient,
        Optional<EmailAddress> address,
        Map<String, String> details) {
    public MailOrder {
        details = Map.copyOf(details);
    }
}
