package io.portico.workspace;

import io.portico.kernel.Language;
import io.portico.kernel.Slug;
import io.portico.kernel.WorkspaceId;
import java.time.ZoneId;

/** One business as it presents itself; {@code accent} is a CSS colour such as {@code #2f5bd0}. */
public record Workspace(
        WorkspaceId id, Slug slug, String name, Language language, ZoneId timeZone, String accent, boolean suspended) {

    /** The letter that stands for the business until it has a logo. */
    public String initial() {
        return name.substring(0, name.offsetByCodePoints(0, 1)).toUpperCase(language.locale());
    }
}
