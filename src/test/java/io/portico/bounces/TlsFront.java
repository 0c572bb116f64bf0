package io.portico.bounces;

import io.portico.SelfSigned;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLSocketFactory;

/** Real TLS before a server on this machine that speaks in the clear, with a certificate of a test's choice. */
record TlsFront(ServerSocket listening, SSLSocketFactory tls, int behind, ExecutorService work)
        implements AutoCloseable {
    static TlsFront showing(SelfSigned certificate, int behind) throws IOException {
        var front = new TlsFront(
                new ServerSocket(0), certificate.shown(), behind, Executors.newVirtualThreadPerTaskExecutor());
        front.work.submit(front::serve);
        return front;
    }

    int port() {
        return listening.getLocalPort();
    }

    private Void serve() throws IOException {
        while (true) {
            Socket raw = listening.accept();
            work.submit(() -> join(raw));
        }
    }

    private Void join(Socket raw) throws IOException {
        Socket client = tls.createSocket(raw, null, true);
        Socket server = new Socket("localhost", behind);
        work.submit(() -> pump(client, server));
        return pump(server, client);
    }

    /** Ends both when one side does. */
    private static Void pump(Socket from, Socket to) throws IOException {
        try (from;
                to;
                InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            in.transferTo(out);
        }
        return null;
    }

    @Override
    public void close() throws IOException {
        listening.close();
        work.shutdownNow();
    }
}
