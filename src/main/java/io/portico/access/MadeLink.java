package io.portico.access;

import io.portico.kernel.LinkId;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;

/** A magic link just made: the only moment at which URL and code exist in clear. */
public record MadeLink(LinkId id, URI url, Optional<Code> code, Instant expiresAt) {
    /** Never the URL, so that a log line cannot leak it. */
    @Override
    public String toString() {
        return "MadeLink[" + id + "]";
    }
}
