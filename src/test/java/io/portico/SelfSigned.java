package io.portico;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;

/** A key and a certificate that only itself vouches for, made by the JDK's own program. */
public record SelfSigned(KeyStore keys) {
    public static final String PASSWORD = "changeit";

    public static SelfSigned of(String host) {
        return made(host, file -> keytool(file, "own", host, "-validity", "30"));
    }

    /** One that an authority vouched for, in the past. */
    public static SelfSigned expired(String host) {
        return made(host + " once", file -> {
            keytool(file, "authority", "authority", "-validity", "30", "-ext", "bc:c");
            keytool(file, "own", host, "-signer", "authority", "-startdate", "-40d", "-validity", "30");
        });
    }

    private static SelfSigned made(String name, Consumer<Path> work) {
        Path file = Path.of("target", "self-signed-" + ProcessHandle.current().pid() + "-" + name.hashCode() + ".p12");
        try {
            Files.deleteIfExists(file);
            work.accept(file);
            KeyStore keys = KeyStore.getInstance("PKCS12");
            try (InputStream in = Files.newInputStream(file)) {
                keys.load(in, PASSWORD.toCharArray());
            }
            return new SelfSigned(keys);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void keytool(Path file, String alias, String host, String... more) {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(), "-genkeypair", "-alias", alias));
        command.addAll(
                List.of("-keyalg", "RSA", "-keysize", "2048", "-dname", "CN=" + host, "-ext", "SAN=dns:" + host));
        command.addAll(List.of("-storetype", "PKCS12", "-keystore", file.toString(), "-storepass", PASSWORD));
        command.addAll(List.of(more));
        try {
            if (new ProcessBuilder(command).inheritIO().start().waitFor() != 0) {
                throw new IllegalStateException("keytool failed");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    public PrivateKey key() throws GeneralSecurityException {
        return (PrivateKey) keys.getKey("own", PASSWORD.toCharArray());
    }

    /** The socket of a server that shows it. */
    public SSLSocketFactory shown() {
        try {
            KeyManagerFactory own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            own.init(withoutAuthority(), PASSWORD.toCharArray());
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(own.getKeyManagers(), null, null);
            return context.getSocketFactory();
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The socket of a client that takes it for an authority's. */
    public SSLSocketFactory trusted() {
        try {
            KeyStore authorities = KeyStore.getInstance(KeyStore.getDefaultType());
            authorities.load(null, null);
            authorities.setCertificateEntry(
                    "own", keys.getCertificate(keys.containsAlias("authority") ? "authority" : "own"));
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(authorities);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context.getSocketFactory();
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private KeyStore withoutAuthority() throws GeneralSecurityException, IOException {
        KeyStore shown = KeyStore.getInstance("PKCS12");
        shown.load(null, null);
        shown.setKeyEntry("own", key(), PASSWORD.toCharArray(), keys.getCertificateChain("own"));
        return shown;
    }

    public X509Certificate certificate() throws GeneralSecurityException {
        return (X509Certificate) keys.getCertificate("own");
    }
}
