package io.portico.webhooks.calls;

import java.io.IOException;
import java.io.InputStream;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Calls the addresses that people of a workspace have typed. A call goes to public addresses only, and where the host
 * permits it (there without TLS, too); this is checked for the very address that is connected to. It follows no
 * redirect, keeps no cookie, takes no longer than {@link #PATIENCE}, and of the answer reads {@link #MOST_READ} bytes.
 */
@Component
public class Calls implements AutoCloseable {
    public static final Duration PATIENCE = Duration.ofSeconds(15);
    public static final int MOST_READ = 16 * 1024;

    private final NameLookup lookup;
    private final AddressGuard guard;
    private final Duration patience;
    private final CloseableHttpClient secure;
    private final CloseableHttpClient plain;
    private final ScheduledExecutorService deadlines = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("call-deadlines").factory());

    @Autowired
    Calls(NameLookup lookup, AddressGuard guard) {
        this(lookup, guard, PATIENCE);
    }

    Calls(NameLookup lookup, AddressGuard guard, Duration patience) {
        this.lookup = lookup;
        this.guard = guard;
        this.patience = patience;
        this.secure = CallClients.over(new GuardedNames(lookup, guard::admits), patience);
        this.plain = CallClients.over(new GuardedNames(lookup, guard::permits), patience);
    }

    /** What forbids to call this address, as it leads now; for telling people when they save it. Asks DNS. */
    public Optional<CallFault> obstacle(CallTarget target) {
        try {
            boolean permitted = lookup.addresses(target.host()).stream().allMatch(guard::permits);
            if (!permitted && !target.isSecure()) {
                return Optional.of(CallFault.NOT_HTTPS);
            }
            new GuardedNames(lookup, guard::admits).resolve(target.host());
            return Optional.empty();
        } catch (UnknownHostException e) {
            return Optional.of(fault(e));
        }
    }

    /** Posts JSON once. */
    public CallResult post(CallTarget target, Map<String, String> headers, String json) {
        var request = new HttpPost(target.url());
        headers.forEach(request::setHeader);
        request.setEntity(new StringEntity(json, ContentType.APPLICATION_JSON));
        Future<?> deadline = deadlines.schedule(request::cancel, patience.toMillis(), TimeUnit.MILLISECONDS);
        try {
            return (target.isSecure() ? secure : plain).execute(request, answer -> read(request, answer));
        } catch (IOException e) {
            return new CallResult.Unanswered(request.isCancelled() ? CallFault.TIMED_OUT : fault(e));
        } finally {
            deadline.cancel(false);
        }
    }

    /** What is more than fits is not read: the connection is given up instead. */
    private static CallResult read(HttpPost request, ClassicHttpResponse answer) throws IOException {
        HttpEntity entity = answer.getEntity();
        if (entity == null) {
            return new CallResult.Answered(answer.getCode(), "");
        }
        try (InputStream body = entity.getContent()) {
            byte[] start = body.readNBytes(MOST_READ);
            boolean whole = start.length < MOST_READ || body.read() < 0;
            if (!whole) {
                request.abort();
            }
            return new CallResult.Answered(answer.getCode(), new String(start, StandardCharsets.UTF_8));
        }
    }

    private static CallFault fault(IOException e) {
        return switch (e) {
            case GuardedNames.NotAdmitted refused -> CallFault.NOT_PUBLIC;
            case SystemLookup.Silent silent -> CallFault.DNS_SILENT;
            case UnknownHostException unknown -> CallFault.UNKNOWN_HOST;
            case SSLException untrusted -> CallFault.NOT_TRUSTED;
            case java.io.InterruptedIOException late -> CallFault.TIMED_OUT;
            case java.net.ConnectException refused -> CallFault.UNREACHABLE;
            case java.net.NoRouteToHostException away -> CallFault.UNREACHABLE;
            default -> CallFault.BROKEN;
        };
    }

    @Override
    public void close() throws IOException {
        deadlines.shutdownNow();
        secure.close();
        plain.close();
    }
}
