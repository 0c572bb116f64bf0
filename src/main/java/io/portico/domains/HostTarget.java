package io.portico.domains;

import io.portico.installation.HostSettings;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/** Where workspaces' hosts must lead. */
@Component
public class HostTarget {
    private static final Duration FRESH = Duration.ofMinutes(1);

    private final HostSettings settings;
    private final HostProof proof;
    private final Clock clock;
    private volatile Seen seen = new Seen(List.of(), Instant.EPOCH);

    private record Seen(List<String> addresses, Instant at) {}

    HostTarget(HostSettings settings, HostProof proof, Clock clock) {
        this.settings = settings;
        this.proof = proof;
        this.clock = clock;
    }

    public String name() {
        return settings.target();
    }

    /** Addresses of this installation, as of the last minute; none when DNS does not say. */
    public List<String> addresses() {
        Instant now = clock.instant();
        if (seen.at().plus(FRESH).isBefore(now)) {
            seen = new Seen(proof.ownAddresses(), now);
        }
        return seen.addresses();
    }
}
