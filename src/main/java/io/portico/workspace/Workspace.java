package io.portico.workspace;

import io.portico.kernel.Language;
import io.portico.kernel.Slug;
import io.portico.kernel.WorkspaceId;
import java.time.ZoneId;

/** One business as it presents itself. */
public record Workspace(WorkspaceId id, Slug slug, Language language, ZoneId timeZone, Brand brand, boolean suspended) {
    public Workspace(
            WorkspaceId id,
            Slug slug,
            String name,
            Language language,
            ZoneId timeZone,
            Accent accent,
            boolean suspended) {
        this(id, slug, language, timeZone, Brand.of(name, accent), suspended);
    }

    public String name() {
        return brand.name();
    }

    public Accent accent() {
        return brand.accent();
    }

    /** The same business with another look. */
    public Workspace wearing(Brand other) {
        return new Workspace(id, slug, language, timeZone, other, suspended);
    }

    /** The letter that stands for the business until it has a logo. */
    public String initial() {
        return name().substring(0, name().offsetByCodePoints(0, 1)).toUpperCase(language.locale());
    }
}
