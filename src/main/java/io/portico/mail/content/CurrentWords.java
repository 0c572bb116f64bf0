package io.portico.mail.content;

import io.portico.kernel.WorkspaceId;
import io.portico.mail.MailWords;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** The texts a workspace changed, as they were within the last second. */
@Component
class CurrentWords {
    private final ShortMemory<WorkspaceId, Map<TemplateKey, MailWords>> memory;
    private final Function<WorkspaceId, Map<TemplateKey, TemplateVersion>> latest;

    @Autowired
    CurrentWords(MailTemplates templates, Clock clock) {
        this(templates::latest, clock);
    }

    CurrentWords(Function<WorkspaceId, Map<TemplateKey, TemplateVersion>> latest, Clock clock) {
        this.latest = latest;
        this.memory = new ShortMemory<>(clock);
    }

    Optional<MailWords> of(WorkspaceId workspace, TemplateKey key) {
        return Optional.ofNullable(
                memory.get(workspace, () -> changed(workspace)).get(key));
    }

    private Map<TemplateKey, MailWords> changed(WorkspaceId workspace) {
        return latest.apply(workspace).values().stream()
                .filter(version -> version.words().isPresent())
                .collect(Collectors.toUnmodifiableMap(
                        TemplateVersion::key, version -> version.words().orElseThrow()));
    }
}
