package io.portico.domains.tls;

import io.portico.domains.dns.Dns;
import io.portico.installation.HostSettings;
import io.portico.installation.Installation;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.springframework.stereotype.Component;

/**
 * Shakes hands as a browser would, with the host's name (SNI), and looks at the certificate.
 *
 * <p>It connects to the installation's own addresses only, as the host's target has them, and never to where a tenant's
 * DNS points: so no tenant can make a node knock anywhere, at a private address or another. An installation in a private
 * network has private addresses, which are as good as any: the host named them.
 */
@Component
public class TlsHandshakes {
    private static final int CONNECT_MILLIS = 3_000;
    private static final int ANSWER_SECONDS = 8;
    private static final int HTTPS = 443;

    private final Installation installation;
    private final HostSettings settings;
    private final Dns dns;
    private final Clock clock;

    TlsHandshakes(Installation installation, HostSettings settings, Dns dns, Clock clock) {
        this.installation = installation;
        this.settings = settings;
        this.dns = dns;
        this.clock = clock;
    }

    /** Empty when the installation does not speak TLS. Takes seconds, so never within a transaction. */
    public Optional<TlsCheck> with(String host) {
        if (!"https".equals(installation.consoleUrl().getScheme())) {
            return Optional.empty();
        }
        List<String> own = dns.addresses(settings.target()).values();
        return Optional.of(own.isEmpty() ? TlsCheck.without(TlsState.UNREACHABLE) : inTime(host, own.getFirst()));
    }

    /** A server that sends byte after byte without end is given up as well. */
    private TlsCheck inTime(String host, String address) {
        ExecutorService thread = Executors.newVirtualThreadPerTaskExecutor();
        try {
            Future<TlsCheck> check = thread.submit(() -> shake(host, address));
            return check.get(ANSWER_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException e) {
            return TlsCheck.without(TlsState.UNREACHABLE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return TlsCheck.without(TlsState.UNREACHABLE);
        } finally {
            thread.shutdownNow();
        }
    }

    private TlsCheck shake(String host, String address) throws IOException, GeneralSecurityException {
        int port = installation.consoleUrl().getPort();
        try (Socket plain = new Socket()) {
            plain.connect(
                    new InetSocketAddress(InetAddress.ofLiteral(address), port < 0 ? HTTPS : port), CONNECT_MILLIS);
            plain.setSoTimeout(ANSWER_SECONDS * 1000);
            return shake(host, plain);
        } catch (SSLException e) {
            return TlsCheck.without(TlsState.REFUSED);
        } catch (IOException e) {
            return TlsCheck.without(TlsState.UNREACHABLE);
        }
    }

    private TlsCheck shake(String host, Socket plain) throws IOException, GeneralSecurityException {
        var seen = new ShownCertificates();
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, new X509TrustManager[] {seen}, null);
        try (SSLSocket socket =
                (SSLSocket) context.getSocketFactory().createSocket(plain, host, plain.getPort(), true)) {
            SSLParameters parameters = socket.getSSLParameters();
            parameters.setServerNames(List.of(new SNIHostName(host)));
            socket.setSSLParameters(parameters);
            socket.startHandshake();
            X509Certificate[] chain =
                    Arrays.stream(socket.getSession().getPeerCertificates()).toArray(X509Certificate[]::new);
            return judged(host, chain);
        }
    }

    private TlsCheck judged(String host, X509Certificate[] chain) throws GeneralSecurityException {
        var verdict = new CertificateVerdict(chain, clock.instant());
        return new TlsCheck(
                verdict.stateFor(host, systemTrust()),
                Optional.of(chain[0].getIssuerX500Principal().getName()),
                Optional.of(chain[0].getNotAfter().toInstant()));
    }

    private static X509TrustManager systemTrust() throws GeneralSecurityException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init((KeyStore) null);
        return (X509TrustManager) factory.getTrustManagers()[0];
    }
}
