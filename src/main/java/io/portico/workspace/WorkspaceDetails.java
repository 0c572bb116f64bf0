package io.portico.workspace;

import io.portico.kernel.Language;
import java.time.ZoneId;

/** What can be changed about a workspace after it was opened. */
public record WorkspaceDetails(String name, Language language, ZoneId timeZone, Accent accent) {
    public WorkspaceDetails {
        if (name.isBlank() || name.length() > NewWorkspace.LONGEST_NAME) {
            throw new IllegalArgumentException("a workspace's name has 1 to 80 characters, found " + name.length());
        }
        if (!accent.carriesWhiteText()) {
            throw new IllegalArgumentException("white text cannot be read on " + accent);
        }
    }
}
