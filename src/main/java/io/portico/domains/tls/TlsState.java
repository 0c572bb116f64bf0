package io.portico.domains.tls;

import io.portico.kernel.Labelled;

/** What a browser would think of a host's certificate. */
public enum TlsState implements Labelled {
    VALID,
    /** Runs out within ten days: whoever renews certificates did not. */
    EXPIRES_SOON,
    EXPIRED,
    /** It is another host's. */
    WRONG_NAME,
    /** Of an authority that this machine does not know; fine where the host set up one of their own. */
    UNTRUSTED,
    /** The server ended the handshake: it has no certificate for this host. */
    REFUSED,
    /** No connection from this machine, which need not mean that others have none. */
    UNREACHABLE;

    /** Whether clients cannot use such a host. */
    public boolean isBroken() {
        return this == EXPIRED || this == WRONG_NAME || this == REFUSED;
    }

    public static TlsState of(String word) {
        return Labelled.of(TlsState.class, word);
    }
}
