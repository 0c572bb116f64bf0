package io.portico.mail.delivery;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import java.io.OutputStream;
import org.eclipse.angus.mail.smtp.SMTPTransport;

/** Angus Mail's connection, which also knows whether the letter in question may have been taken already. */
final class WatchedTransport extends SMTPTransport {
    private boolean handing;

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

    @Override
    protected OutputStream data() throws MessagingException {
        handing = true;
        return super.data();
    }
}
