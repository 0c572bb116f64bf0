package io.portico.access;

import io.portico.kernel.Labelled;

/** How a link stands when somebody comes with it. */
public enum LinkState implements Labelled {
    LIVE,
    USED,
    EXPIRED,
    REVOKED,
    /** The contact it is for may not come in. */
    DISABLED
}
