package io.portico;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;

/** Somebody elsewhere, at 127.0.0.2, who sends what headers they like to a port of 127.0.0.1. */
public record TlsClient(int port, Path trustStore) {
    public static final String ADDRESS = "127.0.0.2";

    /** The whole answer to a GET, checked against the host's certificate. */
    public String get(String host, String path, String... headers) throws IOException, GeneralSecurityException {
        try (SSLSocket socket = (SSLSocket) context().getSocketFactory().createSocket(connected(), host, port, true)) {
            SSLParameters parameters = socket.getSSLParameters();
            parameters.setServerNames(List.of(new SNIHostName(host)));
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            socket.setSSLParameters(parameters);
            return answer(socket, host, path, headers);
        }
    }

    /** The same without TLS. */
    public String getPlainly(String host, String path, String... headers) throws IOException {
        try (Socket socket = connected()) {
            return answer(socket, host, path, headers);
        }
    }

    private Socket connected() throws IOException {
        var socket = new Socket();
        socket.bind(new InetSocketAddress(InetAddress.getByName(ADDRESS), 0));
        socket.connect(new InetSocketAddress("127.0.0.1", port), 5_000);
        socket.setSoTimeout(10_000);
        return socket;
    }

    private String answer(Socket socket, String host, String path, String... headers) throws IOException {
        String lines = String.join("\r\n", headers) + (headers.length > 0 ? "\r\n" : "");
        String request = "GET " + path + " HTTP/1.1\r\nHost: " + host + ":" + port + "\r\n" + lines
                + "Connection: close\r\n\r\n";
        socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
        socket.getOutputStream().flush();
        return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    private SSLContext context() throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream file = Files.newInputStream(trustStore)) {
            store.load(file, Caddy.PASSWORD.toCharArray());
        }
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }
}
