package io.portico.domains;

import io.portico.domains.tls.TlsHandshakes;
import io.portico.workspace.Workspace;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/**
 * What clients find at sub-domains, looked at when somebody wants to know: within the hour it is remembered on this node,
 * and what is not in order for a minute. Nothing is concluded from it, as links have nowhere to fall back to. Not looked
 * at by a clock: the first handshake with a sub-domain has Caddy fetch a certificate, and thousands at once would use up
 * what an authority gives in a week.
 */
@Component
public class SubDomainLooks {
    private static final Duration FRESH = Duration.ofHours(1);
    private static final Duration FRESH_WHILE_WRONG = Duration.ofMinutes(1);
    private static final int MOST = 10_000;

    private final PortalAddresses addresses;
    private final HostProof proof;
    private final TlsHandshakes tls;
    private final Clock clock;
    private final Map<String, HostLook> seen = new ConcurrentHashMap<>();
    private final Map<String, CompletableFuture<HostLook>> looking = new ConcurrentHashMap<>();

    SubDomainLooks(PortalAddresses addresses, HostProof proof, TlsHandshakes tls, Clock clock) {
        this.addresses = addresses;
        this.proof = proof;
        this.tls = tls;
        this.clock = clock;
    }

    /** Whether there is anything to look at: a sub-domain of localhost has neither DNS nor certificate. */
    public boolean canBe(Workspace workspace) {
        return !hostOf(workspace).endsWith(".localhost");
    }

    /** What was seen lately; empty when nobody looked. */
    public Optional<HostLook> latest(Workspace workspace) {
        Instant now = clock.instant();
        return Optional.ofNullable(seen.get(hostOf(workspace)))
                .filter(look -> look.at()
                        .plus(look.isFine() ? FRESH : FRESH_WHILE_WRONG)
                        .isAfter(now));
    }

    /** Looks now, unless it was seen lately; those who ask meanwhile get the same answer. May take seconds. */
    public Optional<HostLook> look(Workspace workspace) {
        if (!canBe(workspace)) {
            return Optional.empty();
        }
        return latest(workspace).or(() -> Optional.of(together(hostOf(workspace))));
    }

    private HostLook together(String host) {
        var own = new CompletableFuture<HostLook>();
        CompletableFuture<HostLook> others = looking.putIfAbsent(host, own);
        if (others != null) {
            return others.join();
        }
        try {
            HostLook look = new HostLook(proof.address(host), tls.with(host), clock.instant());
            remember(host, look);
            own.complete(look);
            return look;
        } catch (RuntimeException e) {
            own.completeExceptionally(e);
            throw e;
        } finally {
            looking.remove(host);
        }
    }

    private void remember(String host, HostLook look) {
        if (seen.size() >= MOST) {
            seen.clear();
        }
        seen.put(host, look);
    }

    private String hostOf(Workspace workspace) {
        return addresses.ofSubDomain(workspace).getHost();
    }
}
