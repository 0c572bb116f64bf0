package io.portico.installation;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A real SMTP server on a loopback port that takes every mail and remembers how many each address got. */
final class CountingMailServer implements AutoCloseable {
    private final ServerSocket listener;
    private final Map<String, Integer> mails = new ConcurrentHashMap<>();

    CountingMailServer() {
        try {
            listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::accept);
    }

    /** As {@code PORTICO_SMTP_URL} has it. */
    String url() {
        return "smtp://localhost:" + listener.getLocalPort() + "?from=portal@example.com&starttls=off";
    }

    /** How many mails each address got. */
    Map<String, Integer> mails() {
        return Map.copyOf(mails);
    }

    boolean got(String address) {
        return mails.containsKey(address);
    }

    int recipients() {
        return mails.size();
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket socket = listener.accept();
                Thread.ofVirtual().start(() -> talk(socket));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void talk(Socket socket) {
        try (socket;
                var in =
                        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))) {
            say(socket, "220 counting ESMTP");
            String recipient = "";
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                if (line.startsWith("RCPT TO:<")) {
                    recipient = line.substring("RCPT TO:<".length(), line.indexOf('>'));
                }
                if (line.equals("DATA")) {
                    say(socket, "354 go on");
                    skipData(in);
                    mails.merge(recipient, 1, Integer::sum);
                }
                say(socket, line.equals("QUIT") ? "221 bye" : "250 2.0.0 Ok");
            }
        } catch (IOException e) {
            // The node was killed, which is what the test is about.
        }
    }

    private static void skipData(BufferedReader in) throws IOException {
        String line = in.readLine();
        while (line != null && !line.equals(".")) {
            line = in.readLine();
        }
        if (line == null) {
            throw new IOException("cut off within a mail");
        }
    }

    private static void say(Socket socket, String reply) throws IOException {
        socket.getOutputStream().write((reply + "\r\n").getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
    }

    @Override
    public void close() throws IOException {
        listener.close();
    }
}
