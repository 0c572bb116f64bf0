package io.portico.domains;

import io.portico.kernel.Labelled;

/** How far a workspace has come with a host of its own. */
public enum HostState implements Labelled {
    /** Wanted; its records were not found yet. It leads nowhere. */
    CLAIMED,
    /** Its records are there. */
    VERIFIED,
    /** Its records were there, and are gone or cannot be seen: links lead to the sub-domain. */
    FAILING,
    /** Given up while DNS still pointed here: it says where the portal is now. */
    REMOVED;

    /** Whether the workspace has proved that the host is its own. */
    public boolean isHeld() {
        return this == VERIFIED || this == FAILING;
    }

    static HostState of(String word) {
        return Labelled.of(HostState.class, word);
    }
}
