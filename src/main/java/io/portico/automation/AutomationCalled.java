package io.portico.automation;

import io.portico.activity.Fact;
import io.portico.activity.FactKind;
import io.portico.kernel.AutomationId;
import io.portico.kernel.ContactId;
import java.util.Optional;

/** Another program called an automation's address about a contact; {@code text} is the automation's name. */
@FactKind("automation.called")
public record AutomationCalled(ContactId contact, AutomationId automation, String text) implements Fact {
    @Override
    public Optional<ContactId> about() {
        return Optional.of(contact);
    }
}
