package io.portico.mail.delivery;

import io.portico.kernel.EmailAddress;
import io.portico.kernel.Language;
import io.portico.kernel.MailId;
import io.portico.mail.Sender;
import io.portico.mail.SingleLine;
import io.portico.mail.content.MailContent;
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

    public Letter write(Letterhead head, MailId id, EmailAddress to, Language language, MailContent content) {
        Sender sender = head.sender();
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
            message.setHeader("List-Id", "<" + head.listId() + ">");
            message.setHeader("Content-Language", language.tag());
            message.setHeader("Auto-Submitted", "auto-generated");
            message.setHeader("X-Auto-Response-Suppress", "OOF, AutoReply");
            message.setContent(parts(content));
            message.saveChanges();
            return new Letter(
                    head.workspace().id(),
                    id,
                    sender.fromAddress(),
                    to,
                    SingleLine.of(content.subject()),
                    messageId,
                    signed(head, source(message)));
        } catch (MessagingException | IOException e) {
            throw new IllegalStateException("mail " + id + " could not be put into MIME", e);
        }
    }

    private String signed(Letterhead head, String source) {
        return head.signer()
                .map(signer -> new DkimHeader(signer, clock.instant()).before(source))
                .orElse(source);
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
        text.setText(withMailsLineEnds(content.text()), UTF_8);
        var html = new MimeBodyPart();
        html.setText(withMailsLineEnds(content.html()), UTF_8, "html");
        return new MimeMultipart("alternative", text, html);
    }

    /** CRLF and no other: a lone LF would be turned into one on the way, behind the signature's back, or be refused. */
    private static String withMailsLineEnds(String text) {
        return text.replace("\r\n", "\n").replace('\r', '\n').replace("\n", "\r\n");
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
