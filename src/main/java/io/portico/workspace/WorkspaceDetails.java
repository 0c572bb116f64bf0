package io.portico.workspace;

import io.portico.kernel.Language;
import java.time.ZoneId;

/** What can be changed about a workspace after it was opened; how it looks is its {@link Brand}. */
public record WorkspaceDetails(Language language, ZoneId timeZone) {}
