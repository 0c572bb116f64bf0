package io.portico;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A real Caddy (Debian's) on the loopback as {@code deploy/Caddyfile} sets it up, in front of a Portico; only that its
 * certificates come from an authority of its own, and that nothing of it is installed anywhere.
 */
public final class Caddy implements AutoCloseable {
    /** Of the {@link #trustStore()}. */
    public static final String PASSWORD = "changeit";

    private final Path folder;
    private final Process process;

    private Caddy(Path folder, Process process) {
        this.folder = folder;
        this.process = process;
    }

    /** Takes requests on {@code https} once this returns. */
    public static Caddy start(int https, int portico) throws IOException {
        Path folder = Files.createDirectories(Path.of("target/caddy-" + https).toAbsolutePath());
        Files.writeString(folder.resolve("options"), """
                admin off
                local_certs
                skip_install_trust
                http_port %d
                https_port %d
                default_bind 127.0.0.1
                storage file_system %s
                """.formatted(freePort(), https, folder.resolve("storage")));
        var command = new ProcessBuilder("caddy", "run", "--adapter", "caddyfile", "--config", "deploy/Caddyfile");
        command.environment()
                .putAll(Map.of(
                        "PORTICO_UPSTREAM",
                        "127.0.0.1:" + portico,
                        "PORTICO_ASK",
                        "http://127.0.0.1:" + portico + "/tls/ask",
                        "CADDY_OPTIONS",
                        folder.resolve("options").toString(),
                        "HOME",
                        folder.toString()));
        var caddy = new Caddy(folder, begun(command, folder));
        await().atMost(Duration.ofSeconds(30)).until(() -> listens(https) && Files.exists(caddy.authority()));
        return caddy;
    }

    private static Process begun(ProcessBuilder command, Path folder) throws IOException {
        try {
            Process process = command.redirectErrorStream(true)
                    .redirectOutput(folder.resolve("caddy.log").toFile())
                    .start();
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
            return process;
        } catch (IOException e) {
            throw new IOException("Caddy is needed for this test: apt-get install caddy", e);
        }
    }

    private static boolean listens(int port) {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException notYet) {
            return false;
        }
    }

    /** The certificate of the authority, in PEM. */
    public Path authority() {
        return folder.resolve("storage/pki/authorities/local/root.crt");
    }

    /** A store that trusts this authority alone, in PKCS #12. */
    public Path trustStore() throws IOException, GeneralSecurityException {
        Path file = folder.resolve("trust.p12");
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        try (InputStream certificate = Files.newInputStream(authority())) {
            store.setCertificateEntry(
                    "caddy", CertificateFactory.getInstance("X.509").generateCertificate(certificate));
        }
        try (var out = Files.newOutputStream(file)) {
            store.store(out, PASSWORD.toCharArray());
        }
        return file;
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().orTimeout(10, TimeUnit.SECONDS).join();
    }

    public static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
