package io.portico.console.settings;

import io.portico.workspace.Workspace;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A workspace's settings as they were typed. */
public record SettingsForm(String name, String workspaceLanguage, String timeZone, String accent) {
    public SettingsForm(
            @Nullable String name,
            @Nullable String workspaceLanguage,
            @Nullable String timeZone,
            @Nullable String accent) {
        this.name = Objects.requireNonNullElse(name, "");
        this.workspaceLanguage = Objects.requireNonNullElse(workspaceLanguage, "");
        this.timeZone = Objects.requireNonNullElse(timeZone, "");
        this.accent = Objects.requireNonNullElse(accent, "");
    }

    static SettingsForm of(Workspace workspace) {
        return new SettingsForm(
                workspace.name(),
                workspace.language().tag(),
                workspace.timeZone().getId(),
                workspace.accent().value());
    }
}
