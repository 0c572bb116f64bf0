package io.portico.workspace;

import io.portico.kernel.Language;
import io.portico.kernel.Slug;
import java.time.ZoneId;

/** What is needed to open a workspace. */
public record NewWorkspace(String name, Slug slug, Language language, ZoneId timeZone) {
    /** Longest name, in characters. */
    public static final int LONGEST_NAME = 80;

    public NewWorkspace {
        if (name.isBlank() || name.length() > LONGEST_NAME) {
            throw new IllegalArgumentException("a workspace's name has 1 to 80 characters, found " + name.length());
        }
    }
}
