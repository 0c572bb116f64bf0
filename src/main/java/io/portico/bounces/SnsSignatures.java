package io.portico.bounces;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.Base64;
import java.util.Date;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/**
 * Checks that Amazon SNS signed a message: with the key of a certificate that lies on a host of Amazon's for SNS, over TLS,
 * and nowhere else. Certificates are fetched once and kept.
 */
@Component
class SnsSignatures {
    private static final Pattern CERTIFICATE = Pattern.compile(
            "https://sns\\.[a-z0-9-]{3,30}\\.amazonaws\\.com(?:\\.cn)?/SimpleNotificationService-[A-Za-z0-9]{1,64}\\.pem");
    private static final int MOST_KEPT = 20;

    private final Map<URI, X509Certificate> kept = new ConcurrentHashMap<>();
    private final AmazonHosts amazon;
    private final Clock clock;

    SnsSignatures(AmazonHosts amazon, Clock clock) {
        this.amazon = amazon;
        this.clock = clock;
    }

    /** @throws IOException when the certificate could not be fetched */
    boolean areRightOn(SnsMessage message) throws IOException {
        String address = message.field("SigningCertURL");
        Optional<String> algorithm = algorithm(message.field("SignatureVersion"));
        if (algorithm.isEmpty() || !CERTIFICATE.matcher(address).matches()) {
            return false;
        }
        try {
            X509Certificate certificate = certificate(URI.create(address));
            certificate.checkValidity(Date.from(clock.instant()));
            Signature signature = Signature.getInstance(algorithm.get());
            signature.initVerify(certificate.getPublicKey());
            signature.update(message.signed());
            return signature.verify(Base64.getDecoder().decode(message.field("Signature")));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return false;
        }
    }

    private static Optional<String> algorithm(String version) {
        return switch (version) {
            case "1" -> Optional.of("SHA1withRSA");
            case "2" -> Optional.of("SHA256withRSA");
            default -> Optional.empty();
        };
    }

    private X509Certificate certificate(URI address) throws IOException, CertificateException {
        X509Certificate known = kept.get(address);
        return known != null ? known : keep(address, amazon.get(address));
    }

    X509Certificate keep(URI address, byte[] pem) throws CertificateException {
        var certificate = (X509Certificate)
                CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(pem));
        if (kept.size() >= MOST_KEPT) {
            kept.clear();
        }
        kept.put(address, certificate);
        return certificate;
    }
}
