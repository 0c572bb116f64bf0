package io.portico.webhooks.calls;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.stereotype.Component;

/**
 * Asks the machine's resolver, for at most five seconds. It has platform threads of its own: a lookup holds the thread
 * below a virtual one, so slow names would hold up everybody.
 */
@Component
class SystemLookup implements NameLookup {
    private static final int AT_ONCE = 32;
    private static final int PATIENCE_SECONDS = 5;

    private final ThreadPoolExecutor threads = new ThreadPoolExecutor(
            AT_ONCE,
            AT_ONCE,
            PATIENCE_SECONDS,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            Thread.ofPlatform().daemon().name("name-lookup-", 0).factory());

    SystemLookup() {
        threads.allowCoreThreadTimeOut(true);
    }

    @Override
    public List<InetAddress> addresses(String host) throws UnknownHostException {
        Future<InetAddress[]> asked = threads.submit(() -> InetAddress.getAllByName(host));
        try {
            return List.of(asked.get(PATIENCE_SECONDS, TimeUnit.SECONDS));
        } catch (ExecutionException | TimeoutException e) {
            asked.cancel(true);
            throw new UnknownHostException(host);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UnknownHostException(host);
        }
    }
}
