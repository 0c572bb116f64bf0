package io.portico.domains.tls;

import java.time.Instant;
import java.util.Optional;

/**
 * What a handshake showed.
 *
 * @param issuer the authority as the certificate names it, cut after 120 characters
 */
public record TlsCheck(TlsState state, Optional<String> issuer, Optional<Instant> expiresAt) {
    private static final int LONGEST = 120;

    public TlsCheck {
        issuer = issuer.map(name -> name.replaceAll("\\p{Cntrl}", "?"))
                .map(name -> name.length() <= LONGEST ? name : name.substring(0, LONGEST) + "…");
    }

    static TlsCheck without(TlsState state) {
        return new TlsCheck(state, Optional.empty(), Optional.empty());
    }
}
