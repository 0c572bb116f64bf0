package io.portico;

import static org.awaitility.Awaitility.await;

import io.portico.domains.dns.DnsQuestions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;

/**
 * A real name server (Debian's nsd) on the loopback, the only one that the shared node asks. It knows {@code localhost}
 * and what tests tell it; everything under {@code broken.test} is SERVFAIL. Records change while it runs.
 */
public final class NameServer {
    /** Where the shared node looks for it, whether it runs or not. */
    public static final int PORT = freePort();

    private static final Map<String, List<String>> RECORDS = new ConcurrentSkipListMap<>();
    private static final Path FOLDER = Path.of("target/name-server-" + PORT).toAbsolutePath();
    private static int serial;
    private static Process process;

    private NameServer() {}

    /** {@code set("clients.acme.test", "CNAME localhost.")}: takes the place of what the name had. */
    public static synchronized void set(String name, String... records) {
        RECORDS.put(name, List.of(records));
        publish();
    }

    /** So that a name it does not have is answered as one that does not exist, whichever test comes first. */
    public static synchronized void runs() {
        if (process == null) {
            publish();
        }
    }

    public static synchronized void remove(String name) {
        RECORDS.remove(name);
        publish();
    }

    private static void publish() {
        try {
            boolean runs = process != null;
            Files.createDirectories(FOLDER);
            Files.writeString(FOLDER.resolve("root.zone"), zone(++serial));
            if (runs) {
                new ProcessBuilder("kill", "-HUP", Long.toString(process.pid()))
                        .start()
                        .waitFor();
            } else {
                start();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("nsd is needed for this test: apt-get install nsd", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        await().atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> DnsQuestions.texts(PORT, "serial.name-server.test").contains(Integer.toString(serial)));
    }

    private static String zone(int serial) {
        var zone = new StringBuilder("""
                $TTL 1
                . IN SOA ns. host. %1$d 1 1 1 1
                . IN NS ns.
                ns. IN A 127.0.0.1
                localhost. IN A 127.0.0.1
                serial.name-server.test. IN TXT "%1$d"
                """.formatted(serial));
        RECORDS.forEach((name, records) ->
                records.forEach(record -> zone.append(name + ". IN " + record).append('\n')));
        return zone.toString();
    }

    private static void start() throws IOException {
        Files.writeString(FOLDER.resolve("nsd.conf"), """
                server:
                  ip-address: 127.0.0.1@%1$d
                  port: %1$d
                  username: ""
                  chroot: ""
                  database: ""
                  pidfile: "%2$s/nsd.pid"
                  logfile: "%2$s/nsd.log"
                  zonesdir: "%2$s"
                  xfrdfile: "%2$s/xfrd.state"
                  xfrdir: "%2$s"
                  zonelistfile: "%2$s/zone.list"
                  server-count: 1
                  do-ip6: no
                  rrl-ratelimit: 0
                remote-control:
                  control-enable: no
                zone:
                  name: "."
                  zonefile: "root.zone"
                zone:
                  name: "broken.test"
                  zonefile: "missing.zone"
                """.formatted(PORT, FOLDER));
        process = new ProcessBuilder(
                        program(), "-d", "-c", FOLDER.resolve("nsd.conf").toString())
                .redirectOutput(FOLDER.resolve("nsd.out").toFile())
                .redirectErrorStream(true)
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
    }

    private static String program() {
        return Files.isExecutable(Path.of("/usr/sbin/nsd")) ? "/usr/sbin/nsd" : "nsd";
    }

    private static int freePort() {
        try (DatagramSocket socket = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
