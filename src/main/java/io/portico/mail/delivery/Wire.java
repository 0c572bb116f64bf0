package io.portico.mail.delivery;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * The sockets of one connection to a mail server: one in the clear, and where the connection is encrypted one above it.
 * Angus Mail asks for them while it connects; what is sent in its place goes through the one on top.
 */
final class Wire {
    /**
     * That of the connection which is being opened by this thread: all connections share one mail session, and with it the
     * factories of their sockets, as a new one looks through every jar for providers.
     */
    static final ScopedValue<Wire> BEING_LAID = ScopedValue.newInstance();

    private final List<Socket> sockets = new CopyOnWriteArrayList<>();

    /**
     * Sends at once (TCP_NODELAY): SMTP is short lines each waiting for an answer, which Nagle's algorithm delays by some
     * 40 ms a mail.
     */
    <S extends Socket> S over(S socket) throws SocketException {
        socket.setTcpNoDelay(true);
        sockets.add(socket);
        return socket;
    }

    OutputStream out() throws IOException {
        return sockets.getLast().getOutputStream();
    }

    /** Ends the connection from outside, whatever it is waiting for. */
    void cut() {
        for (Socket socket : sockets) {
            try {
                socket.close();
            } catch (IOException e) {
                // Broken already.
            }
        }
    }
}
