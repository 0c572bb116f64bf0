package io.portico.console.doors;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The first operator and the first workspace, as they were typed. */
public record SetUpForm(
        String name,
        String email,
        String password,
        String workspace,
        String slug,
        String workspaceLanguage,
        String timeZone) {
    static final SetUpForm EMPTY = new SetUpForm("", "", "", "", "", "", "");

    public SetUpForm(
            @Nullable String name,
            @Nullable String email,
            @Nullable String password,
            @Nullable String workspace,
            @Nullable String slug,
            @Nullable String workspaceLanguage,
            @Nullable String timeZone) {
        this.name = Objects.requireNonNullElse(name, "");
        this.email = Objects.requireNonNullElse(email, "");
        this.password = Objects.requireNonNullElse(password, "");
        this.workspace = Objects.requireNonNullElse(workspace, "");
        this.slug = Objects.requireNonNullElse(slug, "");
        this.workspaceLanguage = Objects.requireNonNullElse(workspaceLanguage, "");
        this.timeZone = Objects.requireNonNullElse(timeZone, "");
    }

    WorkspaceForm workspaceForm() {
        return new WorkspaceForm(workspace, slug, workspaceLanguage, timeZone);
    }

    /** What must not be most of the password. */
    List<String> own() {
        return List.of(name, email, workspace, slug);
    }

    @Override
    public String toString() {
        return "SetUpForm[" + email + "]";
    }
}
