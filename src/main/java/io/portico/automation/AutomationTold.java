package io.portico.automation;

import io.portico.activity.Fact;
import io.portico.activity.FactKind;
import io.portico.kernel.AutomationId;
import io.portico.kernel.ContactId;
import io.portico.kernel.WebhookId;
import java.util.Optional;

/** An automation had a webhook called about a contact; {@code text} is its name. */
@FactKind("automation.told")
public record AutomationTold(ContactId contact, AutomationId automation, WebhookId webhook, String text)
        implements Fact {
    @Override
    public Optional<ContactId> about() {
        return Optional.of(contact);
    }
}
