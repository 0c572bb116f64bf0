package io.portico.bounces;

import io.portico.installation.BounceMailbox;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.search.FlagTerm;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import javax.net.ssl.SSLSocketFactory;

/** The open mailbox to which mail servers report. For one thread; it is read over IMAP or POP3, with timeouts everywhere. */
final class BounceMail implements AutoCloseable {
    /** A report gives back a mail of ours at most, and none of those is as long. */
    static final int LONGEST = 1024 * 1024;

    private static final String CONNECT_MILLIS = "10000";
    private static final String READ_MILLIS = "30000";

    private final BounceMailbox mailbox;
    private final Session session;
    private final Store store;
    private final Folder folder;

    private BounceMail(BounceMailbox mailbox, Session session, Store store, Folder folder) {
        this.mailbox = mailbox;
        this.session = session;
        this.store = store;
        this.folder = folder;
    }

    /** @param tls makes the encrypted sockets, and decides whose certificates are trusted */
    static BounceMail open(BounceMailbox mailbox, SSLSocketFactory tls) throws MessagingException {
        Session session = Session.getInstance(properties(mailbox, tls));
        Store store = session.getStore(mailbox.protocol());
        try {
            store.connect(mailbox.host(), mailbox.port(), mailbox.user(), mailbox.password());
            Folder folder = store.getFolder(mailbox.folder());
            folder.open(Folder.READ_WRITE);
            return new BounceMail(mailbox, session, store, folder);
        } catch (MessagingException e) {
            store.close();
            throw e;
        }
    }

    private static Properties properties(BounceMailbox mailbox, SSLSocketFactory tls) {
        var all = new Properties();
        String prefix = "mail." + mailbox.protocol() + ".";
        all.put(prefix + "connectiontimeout", CONNECT_MILLIS);
        all.put(prefix + "timeout", READ_MILLIS);
        all.put(prefix + "writetimeout", READ_MILLIS);
        all.put(prefix + "ssl.checkserveridentity", "true");
        all.put(prefix + "ssl.socketFactory", tls);
        // Else what these sockets refuse is tried once more with others.
        all.put(prefix + "socketFactory.fallback", "false");
        boolean upgrades = !mailbox.protocol().endsWith("s") && !mailbox.clear();
        // Else an IMAP server takes a mail for seen once it was copied, whether it was noted or not.
        all.put(prefix + "peek", "true");
        all.put(prefix + "starttls.enable", Boolean.toString(upgrades));
        all.put(prefix + "starttls.required", Boolean.toString(upgrades));
        return all;
    }

    /** Some mails that were not looked at yet, the oldest first. POP3 knows no such mark: there it is those that are there. */
    List<Message> next(int most) throws MessagingException {
        Message[] found = mailbox.isImap()
                ? folder.search(new FlagTerm(new Flags(Flags.Flag.SEEN), false))
                : folder.getMessages(1, Math.min(most, folder.getMessageCount()));
        return Arrays.stream(found).limit(most).toList();
    }

    /**
     * A copy that needs the server no more, and leaves the mail unread there; empty when it is longer than any report,
     * whatever the server said of its size.
     */
    Optional<MimeMessage> copy(Message mail) throws MessagingException, IOException {
        if (mail.getSize() > LONGEST) {
            return Optional.empty();
        }
        var bytes = new Bounded();
        try {
            mail.writeTo(bytes);
        } catch (TooLong e) {
            return Optional.empty();
        }
        return Optional.of(new MimeMessage(session, new ByteArrayInputStream(bytes.toByteArray())));
    }

    /** Not to be looked at again; what was noted, and all of a mailbox over POP3, is deleted. */
    void done(Message mail, boolean noted) throws MessagingException {
        mail.setFlag(noted || !mailbox.isImap() ? Flags.Flag.DELETED : Flags.Flag.SEEN, true);
    }

    @Override
    public void close() throws MessagingException {
        try {
            folder.close(true);
        } finally {
            store.close();
        }
    }

    private static final class TooLong extends IOException {
        private static final long serialVersionUID = 1;
    }

    private static final class Bounded extends OutputStream {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        @Override
        public void write(int one) throws IOException {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] more, int from, int length) throws IOException {
            if (bytes.size() + length > LONGEST) {
                throw new TooLong();
            }
            bytes.write(more, from, length);
        }

        byte[] toByteArray() {
            return bytes.toByteArray();
        }
    }
}
