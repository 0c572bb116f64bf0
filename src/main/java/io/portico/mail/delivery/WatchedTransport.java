package io.portico.mail.delivery;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import java.io.OutputStream;
import org.eclipse.angus.mail.smtp.SMTPTransport;

/**
 * Angus Mail's connection, which also knows whether the letter in question may have been taken already, and whether
 * Angus Mail has closed it of its own accord, as it does when RSET fails after a refusal.
 */
final class WatchedTransport extends SMTPTransport {
    private boolean handing;
    private boolean closed;

    WatchedTransport(Session session) {
        super(session, new URLName("smtp", null, -1, null, null, null));
    }

    /** Called before each letter. */
    void begin() {
        handing = false;
    }

    /** Whether the server was asked to take the letter's text (DATA). Before that a second try cannot double it. */
    boolean mayHaveTaken() {
        return handing;
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

    @Override
    protected OutputStream data() throws MessagingException {
        handing = true;
        return super.data();
    }
}
