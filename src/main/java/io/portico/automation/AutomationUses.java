package io.portico.automation;

import io.portico.kernel.WorkspaceId;
import io.portico.mail.CustomValue;
import io.portico.mail.ValueUse;
import io.portico.mail.ValueUses;
import java.util.List;
import org.springframework.stereotype.Component;

/** Which automations write a value of the workspace's own into mails: as drafts, for whoever enters, or for those inside. */
@Component
class AutomationUses implements ValueUses {
    private final AutomationStore store;

    AutomationUses(AutomationStore store) {
        this.store = store;
    }

    @Override
    public List<ValueUse> of(WorkspaceId workspace, CustomValue value) {
        return store.inUse(workspace).stream()
                .filter(each -> each.definition().ownValues().contains(value))
                .<ValueUse>map(each -> new ValueUse.InAutomation(each.name(), "/automations/" + each.id()))
                .distinct()
                .toList();
    }
}
