package io.portico.console.doors;

import io.portico.installation.Installation;
import io.portico.workspace.NewWorkspace;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A workspace to be opened, as it was typed. */
public record WorkspaceForm(String workspace, String slug, String workspaceLanguage, String timeZone) {
    static final WorkspaceForm EMPTY = new WorkspaceForm("", "", "", "");

    public WorkspaceForm(
            @Nullable String workspace,
            @Nullable String slug,
            @Nullable String workspaceLanguage,
            @Nullable String timeZone) {
        this.workspace = Objects.requireNonNullElse(workspace, "");
        this.slug = Objects.requireNonNullElse(slug, "");
        this.workspaceLanguage = Objects.requireNonNullElse(workspaceLanguage, "");
        this.timeZone = Objects.requireNonNullElse(timeZone, "");
    }

    Optional<NewWorkspace> read(Typed typed, Installation installation) {
        var name = typed.name("workspace", workspace);
        var sub = typed.slug("slug", slug, installation);
        var language = typed.language("workspaceLanguage", workspaceLanguage);
        var zone = typed.timeZone("timeZone", timeZone);
        return name.isPresent() && sub.isPresent() && language.isPresent() && zone.isPresent()
                ? Optional.of(new NewWorkspace(name.get(), sub.get(), language.get(), zone.get()))
                : Optional.empty();
    }
}
