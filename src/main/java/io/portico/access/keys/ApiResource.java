package io.portico.access.keys;

import io.portico.kernel.Labelled;

/** A group of what the API offers, which a key may read or write. */
public enum ApiResource implements Labelled {
    CONTACTS,
    MAGIC_LINKS,
    INVITATIONS,
    RUNS,
    SESSIONS,
    AUTOMATIONS,
    TEMPLATES,
    WEBHOOKS,
    STATS,
    ACTIVITY,
    WORKSPACE
}
