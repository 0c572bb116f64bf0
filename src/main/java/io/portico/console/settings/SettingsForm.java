package io.portico.console.settings;

import io.portico.workspace.Workspace;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A workspace's settings as they were typed. */
public record SettingsForm(String workspaceLanguage, String timeZone) {
    public SettingsForm(@Nullable String workspaceLanguage, @Nullable String timeZone) {
        this.workspaceLanguage = Objects.requireNonNullElse(workspaceLanguage, "");
        this.timeZone = Objects.requireNonNullElse(timeZone, "");
    }

    static SettingsForm of(Workspace workspace) {
        return new SettingsForm(workspace.language().tag(), workspace.timeZone().getId());
    }
}
