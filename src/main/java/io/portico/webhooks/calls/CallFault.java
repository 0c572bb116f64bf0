package io.portico.webhooks.calls;

import io.portico.kernel.Labelled;

/** Why an address cannot be called, or a call got no answer. */
public enum CallFault implements Labelled {
    /** No address of the web: {@code https://host/path}, without user and fragment. */
    NOT_AN_ADDRESS,
    /** Plain HTTP, which goes only to where the host permits it. */
    NOT_HTTPS,
    /** The name has no IP address. */
    UNKNOWN_HOST,
    /** DNS did not answer in time, here and now; says nothing of the name. */
    DNS_SILENT,
    /** The name leads into a network that is not public. */
    NOT_PUBLIC,
    /** No connection. */
    UNREACHABLE,
    /** TLS failed, such as by a certificate that is out of date or another's. */
    NOT_TRUSTED,
    /** No whole answer in time. */
    TIMED_OUT,
    /** The connection broke, or what came was no HTTP. */
    BROKEN;

    /** @throws IllegalArgumentException for a word that is no fault */
    public static CallFault of(String word) {
        return Labelled.of(CallFault.class, word);
    }
}
