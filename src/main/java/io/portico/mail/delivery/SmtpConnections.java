package io.portico.mail.delivery;

import io.portico.installation.SmtpServer;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.time.Clock;
import java.util.Deque;
import java.util.Properties;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Open connections to the mail server: each serves one worker at a time, and is kept for the next letter. */
final class SmtpConnections implements AutoCloseable {
    private static final String CONNECT_MILLIS = "10000";
    private static final String READ_MILLIS = "30000";
    private static final String WRITE_MILLIS = "30000";

    private final SmtpServer server;
    private final Session session;
    private final Clock clock;
    private final PromptSockets sockets = new PromptSockets();
    private final ScheduledThreadPoolExecutor writeTimer = new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().daemon().name("mail-write-timeout").factory());
    private final Deque<SmtpConnection> idle = new ConcurrentLinkedDeque<>();

    /** @param ownName the name by which this node greets the server (EHLO) */
    SmtpConnections(SmtpServer server, String ownName, Clock clock) {
        this.server = server;
        this.clock = clock;
        writeTimer.setRemoveOnCancelPolicy(true);
        writeTimer.setKeepAliveTime(1, TimeUnit.MINUTES);
        writeTimer.allowCoreThreadTimeOut(true);
        this.session = Session.getInstance(properties(ownName));
    }

    /** A connection that was alive just now: the one used last, or a new one. */
    SmtpConnection take() throws MessagingException {
        for (SmtpConnection kept = idle.pollFirst(); kept != null; kept = idle.pollFirst()) {
            if (kept.isFit(clock.instant())) {
                return kept;
            }
            kept.close();
        }
        return connect();
    }

    SmtpConnection connect() throws MessagingException {
        var transport = new WatchedTransport(session);
        transport.connect(
                server.host(),
                server.port(),
                server.user().orElse(null),
                server.password().orElse(null));
        return new SmtpConnection(session, transport, clock.instant());
    }

    void giveBack(SmtpConnection connection) {
        connection.restFrom(clock.instant());
        idle.addFirst(connection);
    }

    /** Cuts every connection, also those in use. */
    @Override
    public void close() {
        sockets.closeAll();
        idle.clear();
    }

    private Properties properties(String ownName) {
        var all = new Properties();
        all.put("mail.smtp.localhost", ownName);
        all.put("mail.smtp.connectiontimeout", CONNECT_MILLIS);
        all.put("mail.smtp.timeout", READ_MILLIS);
        all.put("mail.smtp.writetimeout", WRITE_MILLIS);
        all.put("mail.smtp.executor.writetimeout", writeTimer);
        all.put("mail.smtp.socketFactory", sockets);
        all.put("mail.smtp.socketFactory.fallback", "false");
        all.put("mail.smtp.auth", Boolean.toString(server.user().isPresent()));
        all.put("mail.smtp.quitwait", "false");
        all.put("mail.smtp.ssl.enable", Boolean.toString(server.implicitTls()));
        all.put("mail.smtp.ssl.checkserveridentity", "true");
        all.put("mail.smtp.starttls.enable", Boolean.toString(server.startTls() != SmtpServer.StartTls.OFF));
        all.put("mail.smtp.starttls.required", Boolean.toString(server.startTls() == SmtpServer.StartTls.REQUIRED));
        return all;
    }
}
