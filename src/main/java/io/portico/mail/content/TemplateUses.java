package io.portico.mail.content;

import io.portico.kernel.WorkspaceId;
import io.portico.mail.CustomValue;
import io.portico.mail.MailWords;
import io.portico.mail.TextPlace;
import io.portico.mail.ValueUse;
import io.portico.mail.ValueUses;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Which texts of mails use a value of the workspace's own. */
@Component
class TemplateUses implements ValueUses {
    private static final Pattern OWN = Pattern.compile("\\{\\{\\s*custom_values\\.([a-z0-9_]+)\\s*(?:\\||}})");

    private final TemplateStore store;

    TemplateUses(TemplateStore store) {
        this.store = store;
    }

    @Override
    public List<ValueUse> of(WorkspaceId workspace, CustomValue value) {
        return store.latest(workspace).stream()
                .filter(version -> version.words()
                        .map(words -> namedIn(words).contains(value))
                        .orElse(false))
                .map(version -> new ValueUse(
                        version.key().template(),
                        version.key().language(),
                        "/settings/mails/" + version.key().template().word() + "/"
                                + version.key().language().tag()))
                .toList();
    }

    static Set<CustomValue> namedIn(MailWords words) {
        return Arrays.stream(TextPlace.values())
                .flatMap(place -> OWN.matcher(words.of(place)).results())
                .map(found -> CustomValue.ofWorkspace(found.group(1)))
                .collect(Collectors.toSet());
    }
}
