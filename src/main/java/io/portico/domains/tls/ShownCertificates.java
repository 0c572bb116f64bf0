package io.portico.domains.tls;

import java.security.cert.X509Certificate;
import javax.net.ssl.X509TrustManager;

/**
 * Lets every handshake end, so that what was shown can be judged and told. Nothing is ever sent over such a connection.
 */
final class ShownCertificates implements X509TrustManager {
    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type) {
        throw new UnsupportedOperationException("this side asks no client for a certificate");
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) {
        // Judged afterwards: CertificateVerdict.
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return new X509Certificate[0];
    }
}
