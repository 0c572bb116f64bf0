package io.portico.mail.delivery;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/**
 * A real SMTP server on a loopback port that says what a test wants it to say. It can be stopped and started again on
 * its port. The answer {@code DROP} cuts the connection, {@code RESET} (to a command) does so rudely, {@code HANG} is
 * none.
 */
public final class ScriptedMailServer implements AutoCloseable {
    private final int port;
    private final Map<String, String> replies = new ConcurrentHashMap<>();
    private final List<String> mails = new CopyOnWriteArrayList<>();
    private final List<String> commands = new CopyOnWriteArrayList<>();
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    private final AtomicInteger connections = new AtomicInteger();
    private final Map<Integer, Runnable> later = new ConcurrentHashMap<>();
    private volatile Consumer<String> reader = mail -> {};
    private volatile String offered = "";
    private volatile Optional<SSLSocketFactory> tls = Optional.empty();
    private volatile boolean tlsAtOnce;
    private ServerSocket listener;
    private Thread accepting;

    public ScriptedMailServer() {
        try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            this.port = free.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public int port() {
        return port;
    }

    /** Tells whoever greets it (EHLO) that it can do this. */
    public ScriptedMailServer offer(String extension) {
        offered = extension;
        return this;
    }

    /** Encrypts what it says, with STARTTLS or from the first byte. */
    public ScriptedMailServer secure(SSLSocketFactory certificate, boolean atOnce) {
        tls = Optional.of(certificate);
        tlsAtOnce = atOnce;
        return this;
    }

    /** {@link #answer}, once it has taken so many mails. */
    public ScriptedMailServer answerAfter(int mailsTaken, String start, String reply) {
        later.put(mailsTaken, () -> answer(start, reply));
        return this;
    }

    /** From now on answers every line that starts so with this; {@code "."} is the end of a mail's data. */
    public ScriptedMailServer answer(String start, String reply) {
        replies.put(start.toUpperCase(Locale.ROOT), reply);
        return this;
    }

    /** Does this with each mail it is handed, while whoever hands it over waits for the answer. */
    public ScriptedMailServer whileTaking(Consumer<String> read) {
        reader = read;
        return this;
    }

    public ScriptedMailServer answerAsUsual() {
        replies.clear();
        later.clear();
        reader = mail -> {};
        return this;
    }

    public List<String> mails() {
        return List.copyOf(mails);
    }

    public List<String> commands() {
        return List.copyOf(commands);
    }

    public int connections() {
        return connections.get();
    }

    public ScriptedMailServer start() {
        try {
            listener = new ServerSocket();
            listener.setReuseAddress(true);
            listener.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        ServerSocket open = listener;
        accepting = Thread.ofPlatform().daemon().start(() -> accept(open));
        return this;
    }

    /** Starts it if a test has left it stopped. */
    public void startAgain() {
        if (listener.isClosed()) {
            start();
        }
    }

    public void stop() {
        try {
            listener.close();
            accepting.join();
            dropConnections();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Cuts all connections without a word, as a firewall or a crash does. */
    public void dropConnections() {
        for (Socket socket : sockets) {
            try {
                socket.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        sockets.clear();
    }

    private void accept(ServerSocket open) {
        while (!open.isClosed()) {
            try {
                Socket socket = open.accept();
                sockets.add(socket);
                connections.incrementAndGet();
                Thread.ofPlatform().daemon().start(() -> talk(socket));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void talk(Socket plain) {
        try {
            Socket socket = secured(plain, tlsAtOnce);
            say(socket, reply("GREETING", "220 test ESMTP"));
            converse(socket);
        } catch (IOException e) {
            // The test ended the connection, or would not have the certificate.
        }
    }

    private Socket secured(Socket below, boolean wanted) throws IOException {
        if (!wanted) {
            return below;
        }
        var above = (SSLSocket) tls.orElseThrow().createSocket(below, null, port, true);
        above.setUseClientMode(false);
        return above;
    }

    private void converse(Socket socket) {
        try (socket;
                var in =
                        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                commands.add(line);
                String reply = reply(line, "250 2.0.0 Ok");
                if (line.equals("STARTTLS") && tls.isPresent()) {
                    say(socket, "220 Go ahead");
                    converse(secured(socket, true));
                    return;
                }
                if (reply.equals("RESET")) {
                    // Closed with a reset instead of a farewell, as by a server that was killed.
                    socket.setSoLinger(true, 0);
                }
                if (reply.equals("DROP") || reply.equals("RESET")) {
                    return;
                }
                say(socket, line.equals("DATA") && reply.startsWith("250") ? "354 go on" : reply);
                if (line.equals("QUIT") || reply.startsWith("421")) {
                    return;
                }
                if (line.equals("DATA") && reply.startsWith("250")) {
                    take(socket, in);
                }
            }
        } catch (IOException e) {
            // The test ended the connection.
        }
    }

    private void take(Socket socket, BufferedReader in) throws IOException {
        var mail = new StringBuilder();
        for (String line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
            mail.append(line.startsWith("..") ? line.substring(1) : line).append("\r\n");
        }
        reader.accept(mail.toString());
        // What a server says that waited for a text although it took no recipient (RFC 2920, 3.1).
        String reply = mail.isEmpty() ? "554 5.5.1 No valid recipients" : reply(".", "250 2.0.0 Ok: queued as 42");
        if (reply.startsWith("250")) {
            mails.add(mail.toString());
            Optional.ofNullable(later.remove(mails.size())).ifPresent(Runnable::run);
        }
        if (reply.equals("DROP")) {
            socket.close();
        }
        say(socket, reply);
    }

    private String reply(String line, String usual) {
        return replies.entrySet().stream()
                .filter(entry -> line.toUpperCase(Locale.ROOT).startsWith(entry.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(line.startsWith("EHLO") && !offered.isEmpty() ? "250-test\r\n" + offers() : usual);
    }

    /** One a line, of which the last is told by its blank. */
    private String offers() {
        String each = "250-" + offered.replace(" ", "\r\n250-");
        int last = each.lastIndexOf("250-");
        return each.substring(0, last) + "250 " + each.substring(last + 4);
    }

    private static void say(Socket socket, String reply) throws IOException {
        if (reply.equals("HANG")) {
            return;
        }
        socket.getOutputStream().write((reply + "\r\n").getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
    }

    @Override
    public void close() {
        stop();
    }
}
