package io.portico.mail.delivery;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.eclipse.angus.mail.smtp.SMTPTransport;

/**
 * Angus Mail's connection: it connects, encrypts, greets and signs in. What is said after that is said in plain commands,
 * several at once where the server can take them, which Angus Mail's own way of sending does not do.
 */
final class SmtpLine extends SMTPTransport {
    private final Wire wire;
    private boolean closed;

    /** @param wire from which the session has its sockets */
    SmtpLine(Session session, Wire wire) {
        super(session, new URLName("smtp", null, -1, null, null, null));
        this.wire = wire;
    }

    /** Sends a command; several, divided by CRLF, leave in one packet. Past Angus Mail, which takes one at a time. */
    void say(String commands) throws MessagingException {
        try {
            wire.out().write((commands + "\r\n").getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            throw new MessagingException("the connection to the mail server broke", e);
        }
    }

    /** The next reply that is due. */
    synchronized SmtpReply answer() throws MessagingException {
        int code = readServerResponse();
        if (code < 0) {
            throw new MessagingException("the mail server ended the connection");
        }
        return new SmtpReply(code, getLastServerResponse());
    }

    /** Whether commands may be sent before the replies to those before them have come (RFC 2920). */
    boolean takesManyAtOnce() {
        return supportsExtension("PIPELINING");
    }

    /** Ends it from outside, whatever it is waiting for. */
    void cut() {
        wire.cut();
    }

    /** Whether it cannot be used any more. That it can, only the server knows. */
    boolean isClosed() {
        return closed;
    }

    @Override
    public synchronized void close() throws MessagingException {
        closed = true;
        super.close();
    }
}
