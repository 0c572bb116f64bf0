package io.portico.mail.content;

import io.portico.kernel.WorkspaceId;
import io.portico.mail.CustomValue;
import io.portico.mail.ValueUse;
import io.portico.mail.ValueUses;
import java.util.List;
import org.springframework.stereotype.Component;

/** Which texts of mails use a value of the workspace's own. */
@Component
class TemplateUses implements ValueUses {
    private final TemplateStore store;

    TemplateUses(TemplateStore store) {
        this.store = store;
    }

    @Override
    public List<ValueUse> of(WorkspaceId workspace, CustomValue value) {
        return store.latest(workspace).stream()
                .filter(version -> version.words()
                        .map(words -> words.ownValues().contains(value))
                        .orElse(false))
                .<ValueUse>map(version -> new ValueUse.InTemplate(
                        version.key().template(),
                        version.key().language(),
                        "/settings/mails/" + version.key().template().word() + "/"
                                + version.key().language().tag()))
                .toList();
    }
}
