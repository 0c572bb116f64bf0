package io.portico.workspace;

import io.portico.kernel.Language;
import java.time.ZoneId;

/** What can be changed about a workspace at once; name and accent are those of the brand that clients see. */
public record WorkspaceDetails(String name, Language language, ZoneId timeZone, Accent accent) {
    public WorkspaceDetails {
        if (name.isBlank() || !BrandWords.isLine(name, NewWorkspace.LONGEST_NAME)) {
            throw new IllegalArgumentException("a workspace's name has 1 to 80 characters, found " + name.length());
        }
        if (!accent.standsOutFrom(Accent.WHITE)) {
            throw new IllegalArgumentException(accent + " cannot be told from white");
        }
    }
}
