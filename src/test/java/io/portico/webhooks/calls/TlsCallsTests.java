package io.portico.webhooks.calls;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsExchange;
import com.sun.net.httpserver.HttpsServer;
import io.portico.installation.PermittedTargets;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.ExtendedSSLSession;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SNIServerName;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Calls to real TLS servers, on certificates that a root of this test's own vouches for, or does not. */
class TlsCallsTests {
    private static final String NAME = "hooks.example";
    private static final String PASSWORD = "changeit";
    private static final String TRUST = "javax.net.ssl.trustStore";
    private static final PermittedTargets LOOPBACK = PermittedTargets.parse("127.0.0.0/8");

    @TempDir
    static Path folder;

    private static Calls calls;

    /** All but one certificate are of the trusted root, so that what is refused is refused for its name or its time. */
    @BeforeAll
    static void trustTheirRoot() throws Exception {
        aCertificate("root", "-ext", "bc:c");
        aCertificate("right", "-ext", "SAN=dns:" + NAME, "-signer", "root");
        aCertificate("other", "-ext", "SAN=dns:other.example", "-signer", "root");
        aCertificate("expired", "-ext", "SAN=dns:" + NAME, "-signer", "root", "-startdate", "-40d", "-validity", "10");
        aCertificate("stranger", "-ext", "SAN=dns:" + NAME);
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, PASSWORD.toCharArray());
        trusted.setCertificateEntry("root", all().getCertificate("root"));
        Path store = folder.resolve("trusted.p12");
        try (var out = Files.newOutputStream(store)) {
            trusted.store(out, PASSWORD.toCharArray());
        }
        System.setProperty(TRUST, store.toString());
        System.setProperty(TRUST + "Password", PASSWORD);
        try {
            NameLookup here = host -> List.of(InetAddress.ofLiteral("127.0.0.1"));
            calls = new Calls(here, new AddressGuard(LOOPBACK), Duration.ofSeconds(10));
        } finally {
            System.clearProperty(TRUST);
            System.clearProperty(TRUST + "Password");
        }
    }

    @AfterAll
    static void close() throws Exception {
        calls.close();
    }

    private static void aCertificate(String alias, String... more) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-keyalg",
                "EC",
                "-alias",
                alias,
                "-dname",
                "CN=" + alias,
                "-keystore",
                folder.resolve("all.p12").toString(),
                "-storepass",
                PASSWORD));
        command.addAll(List.of(more));
        Process keytool = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(keytool.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(keytool.exitValue()).as(said).isZero();
    }

    private static KeyStore all() throws Exception {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(folder.resolve("all.p12"))) {
            keys.load(in, PASSWORD.toCharArray());
        }
        return keys;
    }

    private static KeyStore keys(String alias) throws Exception {
        KeyStore all = all();
        KeyStore one = KeyStore.getInstance("PKCS12");
        one.load(null, PASSWORD.toCharArray());
        char[] password = PASSWORD.toCharArray();
        one.setKeyEntry(alias, all.getKey(alias, password), password, all.getCertificateChain(alias));
        return one;
    }

    /** What a call to a server with this certificate comes to; the names it was asked for are noted. */
    private static CallResult callTo(String certificate, List<String> askedFor) throws Exception {
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys(certificate), PASSWORD.toCharArray());
        SSLContext tls = SSLContext.getInstance("TLS");
        tls.init(managers.getKeyManagers(), null, null);
        HttpsServer server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);
        server.setHttpsConfigurator(new HttpsConfigurator(tls));
        server.createContext("/", exchange -> {
            var session = (ExtendedSSLSession) ((HttpsExchange) exchange).getSSLSession();
            session.getRequestedServerNames().stream()
                    .map(SNIServerName::getEncoded)
                    .forEach(name -> askedFor.add(new String(name, StandardCharsets.US_ASCII)));
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
        try {
            String url = "https://" + NAME + ":" + server.getAddress().getPort() + "/hook";
            return calls.post(CallTarget.parse(url).orElseThrow(), Map.of(), "{}");
        } finally {
            server.stop(0);
        }
    }

    @Test
    void nameTheirHostToTheServerAndTrustItsCertificate() throws Exception {
        List<String> askedFor = new CopyOnWriteArrayList<>();

        assertThat(callTo("right", askedFor)).isEqualTo(new CallResult.Answered(200, ""));
        assertThat(askedFor).containsExactly(NAME);
    }

    @Test
    void refuseACertificateOfAnotherName() throws Exception {
        refused("other");
    }

    @Test
    void refuseACertificateThatIsOutOfDate() throws Exception {
        refused("expired");
    }

    @Test
    void refuseACertificateThatNobodyVouchesFor() throws Exception {
        refused("stranger");
    }

    private static void refused(String certificate) throws Exception {
        List<String> askedFor = new CopyOnWriteArrayList<>();

        assertThat(callTo(certificate, askedFor)).isEqualTo(new CallResult.Unanswered(CallFault.NOT_TRUSTED));
        assertThat(askedFor).as("nothing was sent").isEmpty();
    }
}
