package io.portico.mail.delivery;

import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.angus.mail.smtp.SMTPMessage;

/** One connection to the mail server; for one thread at a time. */
final class SmtpConnection {
    /** Many servers close a connection after a hundred mails or half a minute of silence. */
    private static final int MOST_LETTERS = 100;

    private static final Duration LONGEST_REST = Duration.ofSeconds(25);
    private static final Duration UNASKED_REST = Duration.ofMillis(200);

    private final Session session;
    private final WatchedTransport transport;
    private Instant restingSince;
    private int letters;

    SmtpConnection(Session session, WatchedTransport transport, Instant now) {
        this.session = session;
        this.transport = transport;
        this.restingSince = now;
    }

    /** Whether the letter sent last, which failed, may have arrived all the same. */
    boolean mayHaveTaken() {
        return transport.mayHaveTaken();
    }

    /** Whether the next letter may go over it; after more than a moment's rest the server is asked (NOOP). */
    boolean isFit(Instant now) {
        Duration rest = Duration.between(restingSince, now);
        if (transport.isClosed() || letters >= MOST_LETTERS || rest.compareTo(LONGEST_REST) > 0) {
            return false;
        }
        return rest.compareTo(UNASKED_REST) < 0 || transport.isConnected();
    }

    void restFrom(Instant now) {
        restingSince = now;
    }

    /** Returns the server's reply. */
    String send(Letter letter) throws MessagingException {
        letters++;
        transport.begin();
        var source = new ByteArrayInputStream(letter.source().getBytes(StandardCharsets.US_ASCII));
        var message = new SMTPMessage(session, source);
        message.setEnvelopeFrom(letter.sender());
        var to = new InternetAddress();
        to.setAddress(letter.to().value());
        transport.sendMessage(message, new Address[] {to});
        return transport.getLastServerResponse();
    }

    void close() {
        try {
            transport.close();
        } catch (MessagingException e) {
            // It was broken already; the socket is closed all the same.
        }
    }
}
