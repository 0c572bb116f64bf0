package io.portico.mail.delivery;

import io.portico.installation.SmtpServer;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.time.Clock;
import java.time.Duration;
import java.util.Deque;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLSocketFactory;

/** Open connections to the mail server: each serves one worker at a time, and is kept for the next letter. */
final class SmtpConnections implements AutoCloseable {
    private final SmtpServer server;
    private final String ownName;
    private final Clock clock;
    private final Patience patience;
    private final SSLSocketFactory tls;
    private final ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().daemon().name("mail-timeout").factory());
    private final Session session;
    private final Set<SmtpConnection> open = ConcurrentHashMap.newKeySet();
    private final Deque<SmtpConnection> idle = new ConcurrentLinkedDeque<>();

    /** @param ownName the name by which this node greets the server (EHLO) */
    SmtpConnections(SmtpServer server, String ownName, Clock clock) {
        this(server, ownName, clock, Patience.USUAL, (SSLSocketFactory) SSLSocketFactory.getDefault());
    }

    /**
     * @param tls which authorities vouch for the server
     */
    SmtpConnections(SmtpServer server, String ownName, Clock clock, Patience patience, SSLSocketFactory tls) {
        this.server = server;
        this.ownName = ownName;
        this.clock = clock;
        this.patience = patience;
        this.tls = tls;
        this.session = Session.getInstance(properties());
        timer.setRemoveOnCancelPolicy(true);
        timer.setKeepAliveTime(1, TimeUnit.MINUTES);
        timer.allowCoreThreadTimeOut(true);
    }

    /** A connection that was alive just now: the one used last, or a new one. */
    SmtpConnection take() throws MessagingException {
        for (SmtpConnection kept = idle.pollFirst(); kept != null; kept = idle.pollFirst()) {
            if (kept.isFit()) {
                return kept;
            }
            drop(kept);
        }
        return connect();
    }

    SmtpConnection connect() throws MessagingException {
        var wire = new Wire();
        var line = new SmtpLine(session, wire);
        var connection = new SmtpConnection(line, clock);
        open.add(connection);
        try {
            return ScopedValue.where(Wire.BEING_LAID, wire).call(() -> {
                line.connect(
                        server.host(),
                        server.port(),
                        server.user().orElse(null),
                        server.password().orElse(null));
                return connection;
            });
        } catch (MessagingException e) {
            drop(connection);
            throw e;
        }
    }

    /**
     * Sends over the connection, and cuts it when that takes longer than any server in order: one that answers a letter at a
     * time, too slow to be of use and too quick for the timeouts of single replies.
     */
    SmtpConnection.Handed send(SmtpConnection connection, List<Letter> letters) {
        var cut = timer.schedule(connection::cut, patience.letters().toMillis(), TimeUnit.MILLISECONDS);
        try {
            return connection.send(letters);
        } finally {
            cut.cancel(false);
        }
    }

    void giveBack(SmtpConnection connection) {
        connection.rest();
        idle.addFirst(connection);
    }

    void drop(SmtpConnection connection) {
        connection.close();
        open.remove(connection);
    }

    /** Cuts every connection, also those in use. */
    @Override
    public void close() {
        open.forEach(SmtpConnection::cut);
        open.clear();
        idle.clear();
    }

    private Properties properties() {
        var all = new Properties();
        all.put("mail.smtp.localhost", ownName);
        all.put("mail.smtp.connectiontimeout", millis(patience.connecting()));
        all.put("mail.smtp.timeout", millis(patience.answer()));
        all.put("mail.smtp.writetimeout", millis(patience.answer()));
        all.put("mail.smtp.executor.writetimeout", timer);
        all.put("mail.smtp.socketFactory", new PromptSockets());
        all.put("mail.smtp.ssl.socketFactory", new EncryptedSockets(tls));
        all.put("mail.smtp.socketFactory.fallback", "false");
        all.put("mail.smtp.auth", Boolean.toString(server.user().isPresent()));
        all.put("mail.smtp.quitwait", "false");
        all.put("mail.smtp.ssl.enable", Boolean.toString(server.implicitTls()));
        all.put("mail.smtp.ssl.checkserveridentity", "true");
        all.put("mail.smtp.starttls.enable", Boolean.toString(server.startTls() != SmtpServer.StartTls.OFF));
        all.put("mail.smtp.starttls.required", Boolean.toString(server.startTls() == SmtpServer.StartTls.REQUIRED));
        return all;
    }

    private static String millis(Duration time) {
        return Long.toString(time.toMillis());
    }
}
