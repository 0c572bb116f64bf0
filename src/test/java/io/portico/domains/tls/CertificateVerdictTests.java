package io.portico.domains.tls;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Certificates of the JDK's own keytool. */
class CertificateVerdictTests {
    private static final Duration YEAR = Duration.ofDays(365);

    @TempDir
    static Path folder;

    private static X509Certificate ofAYear;
    private static X509Certificate ofAWeek;
    private static X509TrustManager trust;

    @BeforeAll
    static void certificates() throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        ofAYear = made("year", 365);
        ofAWeek = made("week", 7);
        store.setCertificateEntry("year", ofAYear);
        store.setCertificateEntry("week", ofAWeek);
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        trust = (X509TrustManager) factory.getTrustManagers()[0];
    }

    private static X509Certificate made(String name, int days) throws Exception {
        Path file = folder.resolve(name + ".p12");
        int end = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-keyalg",
                        "EC",
                        "-alias",
                        "it",
                        "-dname",
                        "CN=" + name,
                        "-ext",
                        "san=dns:clients.acme.test,dns:*.portals.test",
                        "-validity",
                        Integer.toString(days),
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        file.toString(),
                        "-storepass",
                        "changeit")
                .inheritIO()
                .start()
                .waitFor();
        assertThat(end).isZero();
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, "changeit".toCharArray());
        }
        return (X509Certificate) store.getCertificate("it");
    }

    private static TlsState of(X509Certificate shown, String host, Duration later) {
        Instant now = shown.getNotBefore().toInstant().plus(later);
        return new CertificateVerdict(new X509Certificate[] {shown}, now).stateFor(host, trust);
    }

    @Test
    void takesItsOwnNamesAndAStarForOneLabel() {
        assertThat(of(ofAYear, "clients.acme.test", Duration.ofDays(1))).isEqualTo(TlsState.VALID);
        assertThat(of(ofAYear, "acme.portals.test", Duration.ofDays(1))).isEqualTo(TlsState.VALID);
        assertThat(of(ofAYear, "a.b.portals.test", Duration.ofDays(1))).isEqualTo(TlsState.WRONG_NAME);
        assertThat(of(ofAYear, "portals.test", Duration.ofDays(1))).isEqualTo(TlsState.WRONG_NAME);
        assertThat(of(ofAYear, "acme.test", Duration.ofDays(1))).isEqualTo(TlsState.WRONG_NAME);
    }

    @Test
    void tellsTenDaysBeforeAnEndThatNobodyPutOff() {
        assertThat(of(ofAYear, "clients.acme.test", YEAR.minusDays(11))).isEqualTo(TlsState.VALID);
        assertThat(of(ofAYear, "clients.acme.test", YEAR.minusDays(9))).isEqualTo(TlsState.EXPIRES_SOON);
        assertThat(of(ofAYear, "clients.acme.test", YEAR.plusDays(1))).isEqualTo(TlsState.EXPIRED);
    }

    @Test
    void findsNothingWrongWithCertificatesThatLiveForAWeek() {
        assertThat(of(ofAWeek, "clients.acme.test", Duration.ofDays(5))).isEqualTo(TlsState.VALID);
        assertThat(of(ofAWeek, "clients.acme.test", Duration.ofDays(8))).isEqualTo(TlsState.EXPIRED);
    }

    @Test
    void knowsOnlyTheAuthoritiesOfThisMachine() throws Exception {
        X509Certificate strange = made("strange", 365);

        assertThat(of(strange, "clients.acme.test", Duration.ofDays(1))).isEqualTo(TlsState.UNTRUSTED);
    }
}
