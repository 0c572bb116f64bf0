package io.portico.access.keys;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/** What a key may do: read or write one group of resources. Neither implies the other. */
public enum ApiScope {
    CONTACTS_READ(ApiResource.CONTACTS, false),
    CONTACTS_WRITE(ApiResource.CONTACTS, true),
    MAGIC_LINKS_READ(ApiResource.MAGIC_LINKS, false),
    MAGIC_LINKS_WRITE(ApiResource.MAGIC_LINKS, true),
    INVITATIONS_READ(ApiResource.INVITATIONS, false),
    INVITATIONS_WRITE(ApiResource.INVITATIONS, true),
    RUNS_READ(ApiResource.RUNS, false),
    RUNS_WRITE(ApiResource.RUNS, true),
    SESSIONS_READ(ApiResource.SESSIONS, false),
    SESSIONS_WRITE(ApiResource.SESSIONS, true),
    AUTOMATIONS_READ(ApiResource.AUTOMATIONS, false),
    AUTOMATIONS_WRITE(ApiResource.AUTOMATIONS, true),
    TEMPLATES_READ(ApiResource.TEMPLATES, false),
    TEMPLATES_WRITE(ApiResource.TEMPLATES, true),
    WEBHOOKS_READ(ApiResource.WEBHOOKS, false),
    WEBHOOKS_WRITE(ApiResource.WEBHOOKS, true),
    STATS_READ(ApiResource.STATS, false),
    ACTIVITY_READ(ApiResource.ACTIVITY, false),
    WORKSPACE_READ(ApiResource.WORKSPACE, false),
    WORKSPACE_WRITE(ApiResource.WORKSPACE, true);

    private final ApiResource resource;
    private final boolean writes;

    ApiScope(ApiResource resource, boolean writes) {
        this.resource = resource;
        this.writes = writes;
    }

    public static Set<ApiScope> all() {
        return Set.of(values());
    }

    /** As it stands in the API and the database: {@code magic-links:write}. */
    public String text() {
        return resource.word() + (writes ? ":write" : ":read");
    }

    /** The scope of this {@link #text}; empty when there is none. */
    public static Optional<ApiScope> parse(String text) {
        return Arrays.stream(values()).filter(each -> each.text().equals(text)).findFirst();
    }

    /** The scope to read or write these resources; empty when there is nothing to write. */
    public static Optional<ApiScope> of(ApiResource resource, boolean writes) {
        return Arrays.stream(values())
                .filter(each -> each.resource == resource && each.writes == writes)
                .findFirst();
    }

    /** Those that are known; a scope of another version is passed over. */
    static Set<ApiScope> ofTexts(String[] texts) {
        return Arrays.stream(texts).flatMap(text -> parse(text).stream()).collect(toUnmodifiableSet());
    }
}
