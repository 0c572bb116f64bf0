package io.portico.domains;

import io.portico.domains.tls.TlsCheck;
import java.time.Instant;
import java.util.Optional;

/**
 * What clients find at a host.
 *
 * @param tls empty where the installation does not speak TLS, and for a host that may have no certificate yet
 */
public record HostLook(RecordCheck address, Optional<TlsCheck> tls, Instant at) {
    /** Whether clients can come this way, as far as can be told from here. */
    public boolean isFine() {
        return address.isFound()
                && tls.filter(shown -> shown.state().isBroken()).isEmpty();
    }
}
