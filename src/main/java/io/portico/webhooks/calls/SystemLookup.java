package io.portico.webhooks.calls;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Asks the machine's resolver, for at most five seconds. It has platform threads of its own: a lookup holds the thread
 * below a virtual one, so slow names would hold up everybody. Of one zone only {@value #OF_ONE_ZONE} names are asked for at once,
 * so that one owner's dead name server cannot take all of them.
 */
@Component
class SystemLookup implements NameLookup {
    private static final int AT_ONCE = 128;
    static final int OF_ONE_ZONE = 4;
    private static final int PATIENCE_SECONDS = 5;
    private static final int LABELS_OF_A_ZONE = 2;

    private final ConcurrentMap<String, Zone> zones = new ConcurrentHashMap<>();
    private final ThreadPoolExecutor threads = new ThreadPoolExecutor(
            0,
            AT_ONCE,
            PATIENCE_SECONDS,
            TimeUnit.SECONDS,
            new SynchronousQueue<>(),
            Thread.ofPlatform().daemon().name("name-lookup-", 0).factory());

    private final Resolver resolver;

    @Autowired
    SystemLookup() {
        this(InetAddress::getAllByName);
    }

    SystemLookup(Resolver resolver) {
        this.resolver = resolver;
    }

    /** Whom it asks. */
    interface Resolver {
        InetAddress[] resolve(String host) throws UnknownHostException;
    }

    /** DNS did not answer in time, or too much is being asked of it already. */
    static final class Silent extends UnknownHostException {
        private static final long serialVersionUID = 1L;

        Silent(String host) {
            super(host);
        }
    }

    @Override
    public List<InetAddress> addresses(String host) throws UnknownHostException {
        Zone zone = Objects.requireNonNull(
                zones.compute(zoneOf(host), (name, known) -> known == null ? Zone.of(name) : known.usedOnceMore()));
        boolean mine = false;
        try {
            mine = zone.places().tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (mine) {
                return ask(host, zone);
            }
            left(zone);
            throw new Silent(host);
        } catch (RejectedExecutionException full) {
            ended(zone);
            throw new Silent(host);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            if (!mine) {
                left(zone);
            }
            throw new Silent(host);
        }
    }

    /** A lookup that nobody waits for any more holds its thread, and its zone's place, until the resolver gives up. */
    private List<InetAddress> ask(String host, Zone zone) throws UnknownHostException, InterruptedException {
        Future<InetAddress[]> asked = threads.submit(() -> {
            try {
                return resolver.resolve(host);
            } finally {
                ended(zone);
            }
        });
        try {
            return List.of(asked.get(PATIENCE_SECONDS, TimeUnit.SECONDS));
        } catch (ExecutionException e) {
            throw new UnknownHostException(host);
        } catch (TimeoutException e) {
            throw new Silent(host);
        }
    }

    private void ended(Zone zone) {
        zone.places().release();
        left(zone);
    }

    private void left(Zone zone) {
        zones.computeIfPresent(zone.name(), (name, known) -> known.usedOnceLess());
    }

    /** Names that are asked for, and by how many callers; forgotten when nobody is left. */
    private record Zone(String name, Semaphore places, int users) {
        static Zone of(String name) {
            return new Zone(name, new Semaphore(OF_ONE_ZONE), 1);
        }

        Zone usedOnceMore() {
            return new Zone(name, places, users + 1);
        }

        @Nullable
        Zone usedOnceLess() {
            return users == 1 ? null : new Zone(name, places, users - 1);
        }
    }

    /** What one owner's name servers answer for, roughly: the last two labels. */
    private static String zoneOf(String host) {
        String[] labels = host.toLowerCase(Locale.ROOT).split("\\.");
        return String.join(
                ".", Arrays.copyOfRange(labels, Math.max(0, labels.length - LABELS_OF_A_ZONE), labels.length));
    }
}
