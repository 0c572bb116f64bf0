package io.portico.domains;

import io.portico.domains.tls.TlsCheck;
import java.time.Instant;
import java.util.Optional;

/**
 * What was found of a host: whether it leads here, whether its token is there, and what it shows to browsers.
 *
 * @param tls empty while the host is not the workspace's, and where the installation does not speak TLS
 */
public record HostCheck(RecordCheck address, RecordCheck token, Optional<TlsCheck> tls, Instant at) {
    /** Whether it leads here and is proved. */
    public boolean isProved() {
        return address.isFound() && token.isFound();
    }

    /** Whether clients can come this way. */
    public boolean holds() {
        return isProved() && tls.filter(shown -> shown.state().isBroken()).isEmpty();
    }

    /** The part of it that clients meet. */
    public HostLook look() {
        return new HostLook(address, tls, at);
    }

    /** Whether what is missing is known to be missing. A resolver that is away proves nothing. */
    boolean isAnswered() {
        return address.state().isAnswer() && token.state().isAnswer();
    }
}
