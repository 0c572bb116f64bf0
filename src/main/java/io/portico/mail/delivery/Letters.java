package io.portico.mail.delivery;

import io.portico.kernel.EmailAddress;
import io.portico.kernel.Language;
import io.portico.kernel.MailId;
import io.portico.kernel.WorkspaceId;
import io.portico.mail.Sender;
import io.portico.mail.content.MailContent;
import io.portico.mail.content.SingleLine;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Date;
import java.util.Properties;
import org.springframework.stereotype.Component;

/**
 * Puts a mail's words into the form of RFC 5322 and MIME: from the workspace's sender, as HTML with a text part, marked as
 * sent by a machine (RFC 3834).
 */
@Component
public class Letters {
    private static final String UTF_8 = "UTF-8";

    private final Session session = Session.getInstance(new Properties());
    private final Clock clock;

    Letters(Clock clock) {
        this.clock = clock;
    }

    public Letter write(
            WorkspaceId workspace, MailId id, Sender sender, EmailAddress to, Language language, MailContent content) {
        String messageId = "<" + id + "@" + sender.addressDomain() + ">";
        try {
            MimeMessage message = new Numbered(session, messageId);
            message.setFrom(address(sender.fromAddress(), SingleLine.of(sender.fromName())));
            if (sender.replyTo().isPresent()) {
                message.setReplyTo(
                        new InternetAddress[] {address(sender.replyTo().get().value(), "")});
            }
            message.setRecipient(Message.RecipientType.TO, address(to.value(), ""));
            message.setSubject(SingleLine.of(content.subject()), UTF_8);
            message.setSentDate(Date.from(clock.instant()));
            message.setHeader("Content-Language", language.tag());
            message.setHeader("Auto-Submitted", "auto-generated");
            message.setHeader("X-Auto-Response-Suppress", "OOF, AutoReply");
            message.setContent(parts(content));
            message.saveChanges();
            return new Letter(
                    workspace,
                    id,
                    sender.fromAddress(),
                    to,
                    SingleLine.of(content.subject()),
                    messageId,
                    source(message));
        } catch (MessagingException | IOException e) {
            throw new IllegalStateException("mail " + id + " could not be put into MIME", e);
        }
    }

    /** Set, not parsed: both are checked already, and a name may be any text. */
    private static InternetAddress address(String mailbox, String name) throws IOException {
        var address = new InternetAddress();
        address.setAddress(mailbox);
        if (!name.isEmpty()) {
            address.setPersonal(name, UTF_8);
        }
        return address;
    }

    private static MimeMultipart parts(MailContent content) throws MessagingException {
        var text = new MimeBodyPart();
        text.setText(content.text(), UTF_8);
        var html = new MimeBodyPart();
        html.setText(content.html(), UTF_8, "html");
        return new MimeMultipart("alternative", text, html);
    }

    private static String source(MimeMessage message) throws MessagingException, IOException {
        var bytes = new ByteArrayOutputStream();
        message.writeTo(bytes);
        return bytes.toString(StandardCharsets.US_ASCII);
    }

    /** Keeps its Message-ID when it is saved. */
    private static final class Numbered extends MimeMessage {
        private final String messageId;

        Numbered(Session session, String messageId) {
            super(session);
            this.messageId = messageId;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", messageId);
        }
    }
}
