package io.portico.mail.delivery;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import javax.net.ssl.SSLSocketFactory;

/**
 * Makes the JDK's own TLS sockets, which check certificates against its list of authorities, for the {@link Wire} that is
 * being laid.
 */
final class EncryptedSockets extends SSLSocketFactory {
    private final SSLSocketFactory tls;

    EncryptedSockets(SSLSocketFactory tls) {
        this.tls = tls;
    }

    @Override
    public String[] getDefaultCipherSuites() {
        return tls.getDefaultCipherSuites();
    }

    @Override
    public String[] getSupportedCipherSuites() {
        return tls.getSupportedCipherSuites();
    }

    /** Above a connection in the clear (STARTTLS). */
    @Override
    public Socket createSocket(Socket below, String host, int port, boolean autoClose) throws IOException {
        return Wire.BEING_LAID.get().over(tls.createSocket(below, host, port, autoClose));
    }

    @Override
    public Socket createSocket() throws IOException {
        return Wire.BEING_LAID.get().over(tls.createSocket());
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        return Wire.BEING_LAID.get().over(tls.createSocket(host, port));
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        return Wire.BEING_LAID.get().over(tls.createSocket(host, port));
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress from, int fromPort) throws IOException {
        return Wire.BEING_LAID.get().over(tls.createSocket(host, port, from, fromPort));
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress from, int fromPort) throws IOException {
        return Wire.BEING_LAID.get().over(tls.createSocket(host, port, from, fromPort));
    }
}
