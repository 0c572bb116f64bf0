package io.portico.domains.tls;

import java.security.cert.CertificateException;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.net.ssl.X509TrustManager;

/** Judges the certificates a server showed, the worst fault first. */
record CertificateVerdict(X509Certificate[] chain, Instant now) {
    private static final Duration SOON = Duration.ofDays(10);
    private static final int DNS_NAME = 2;

    TlsState stateFor(String host, X509TrustManager trust) {
        Instant end = chain[0].getNotAfter().toInstant();
        if (end.isBefore(now)) {
            return TlsState.EXPIRED;
        }
        if (names().stream().noneMatch(name -> covers(name, host))) {
            return TlsState.WRONG_NAME;
        }
        if (!isTrustedBy(trust)) {
            return TlsState.UNTRUSTED;
        }
        return isShortLived() || end.isAfter(now.plus(SOON)) ? TlsState.VALID : TlsState.EXPIRES_SOON;
    }

    /** Some authorities give certificates of a week or less; those are renewed in their last third. */
    private boolean isShortLived() {
        Duration life = Duration.between(
                chain[0].getNotBefore().toInstant(), chain[0].getNotAfter().toInstant());
        return life.compareTo(SOON.multipliedBy(3)) < 0;
    }

    private boolean isTrustedBy(X509TrustManager trust) {
        try {
            trust.checkServerTrusted(chain, "UNKNOWN");
            return true;
        } catch (CertificateException e) {
            return false;
        }
    }

    private List<String> names() {
        try {
            Collection<List<?>> names =
                    Optional.ofNullable(chain[0].getSubjectAlternativeNames()).orElse(List.of());
            return names.stream()
                    .filter(name -> name.getFirst().equals(DNS_NAME))
                    .map(name -> name.get(1).toString().toLowerCase(Locale.ROOT))
                    .toList();
        } catch (CertificateParsingException e) {
            return List.of();
        }
    }

    /** A star stands for one label (RFC 6125). */
    private static boolean covers(String name, String host) {
        return name.equals(host)
                || (name.startsWith("*.")
                        && host.indexOf('.') > 0
                        && name.substring(1).equals(host.substring(host.indexOf('.'))));
    }
}
