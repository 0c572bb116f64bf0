package io.portico.domains;

import io.portico.kernel.WorkspaceId;
import io.portico.tenancy.Tenancy;
import io.portico.workspace.SubDomains;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * This node's picture of all sub-domains and hosts that lead somewhere, so that finding one costs no query. A change on this node is in
 * it once the change is committed; other nodes' changes within half a second, as it reads again what changed. A database
 * that is away leaves the picture as it was.
 *
 * <p>Rows carry the time of the node that changed them and may be committed late, so each look goes back ten seconds
 * behind the one before; every five minutes it reads everything, which also forgets rows that are gone.
 */
@Component
class HostDirectory implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(HostDirectory.class);
    private static final Duration LOOK_EVERY = Duration.ofMillis(500);
    private static final Duration OVERLAP = Duration.ofSeconds(10);
    private static final Duration WHOLE_EVERY = Duration.ofMinutes(5);

    private final PortalHostStore store;
    private final SubDomains subDomains;
    private final Tenancy tenancy;
    private final Clock clock;
    private volatile Known known = new Known();
    private Instant read = Instant.EPOCH;
    private Instant readWhole = Instant.EPOCH;
    private volatile boolean running;

    HostDirectory(PortalHostStore store, SubDomains subDomains, Tenancy tenancy, Clock clock) {
        this.store = store;
        this.subDomains = subDomains;
        this.tenancy = tenancy;
        this.clock = clock;
    }

    /** Whoever holds the host; else whoever had it last and left a notice there. */
    Optional<PortalHost> at(HostName host) {
        Collection<PortalHost> rows = known.hosts.getOrDefault(host, Map.of()).values();
        return rows.stream()
                .filter(row -> row.state().isHeld())
                .findFirst()
                .or(() -> rows.stream()
                        .filter(row -> row.state() == HostState.REMOVED)
                        .findFirst());
    }

    /** The host that links of this workspace are built with; empty when that is the sub-domain. */
    Optional<HostName> canonical(WorkspaceId workspace) {
        return Optional.ofNullable(known.canonical.get(workspace));
    }

    /** Whose this sub-domain is, or was before it moved to another. */
    Optional<WorkspaceId> ownerOf(String subDomain) {
        return Optional.ofNullable(known.subDomains.get(subDomain));
    }

    /** Reads what changed since the last look. */
    synchronized void look() {
        Instant now = clock.instant();
        boolean whole = readWhole.plus(WHOLE_EVERY).isBefore(now);
        Instant since = whole ? Instant.EPOCH : read.minus(OVERLAP);
        List<PortalHost> changed = tenancy.everywhere(() -> store.changedSince(since));
        Known next = whole ? new Known() : known;
        changed.forEach(next::put);
        next.subDomains.putAll(subDomains.takenSince(since));
        known = next;
        read = now;
        readWhole = whole ? now : readWhole;
    }

    /** Takes a row out that was deleted here. */
    synchronized void forget(WorkspaceId workspace, HostName host) {
        known.hosts.getOrDefault(host, new ConcurrentHashMap<>()).remove(workspace);
        known.canonical.remove(workspace, host);
    }

    private static final class Known {
        private final Map<HostName, Map<WorkspaceId, PortalHost>> hosts = new ConcurrentHashMap<>();
        private final Map<WorkspaceId, HostName> canonical = new ConcurrentHashMap<>();
        private final Map<String, WorkspaceId> subDomains = new ConcurrentHashMap<>();

        void put(PortalHost row) {
            hosts.computeIfAbsent(row.host(), host -> new ConcurrentHashMap<>()).put(row.workspace(), row);
            if (row.chosen() && row.state() == HostState.VERIFIED) {
                canonical.put(row.workspace(), row.host());
            } else {
                canonical.remove(row.workspace(), row.host());
            }
        }
    }

    private void keepLooking() {
        try {
            while (running) {
                Thread.sleep(LOOK_EVERY);
                lookOrComplain();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void lookOrComplain() {
        try {
            look();
        } catch (RuntimeException e) {
            if (running) {
                LOG.warn("Hosts of portals could not be read; those known stay: {}", e.getMessage());
            }
        }
    }

    @Override
    public void start() {
        look();
        running = true;
        Thread.ofPlatform().daemon().name("host-directory").start(this::keepLooking);
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Before the server takes requests. */
    @Override
    public int getPhase() {
        return 0;
    }
}
