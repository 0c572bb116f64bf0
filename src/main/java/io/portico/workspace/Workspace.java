package io.portico.workspace;

import io.portico.kernel.Language;
import io.portico.kernel.Slug;
import io.portico.kernel.WorkspaceId;
import java.time.ZoneId;

/** One business as it presents itself. */
public record Workspace(
        WorkspaceId id, Slug slug, String name, Language language, ZoneId timeZone, Accent accent, boolean suspended) {

    /** The letter that stands for the business until it has a logo. */
    public String initial() {
        return name.substring(0, name.offsetByCodePoints(0, 1)).toUpperCase(language.locale());
    }
}
