package io.portico.mail.delivery;

import io.portico.kernel.EmailAddress;
import io.portico.kernel.Language;
import io.portico.kernel.MailId;
import io.portico.mail.MailMarks;
import io.portico.mail.Sender;
import io.portico.mail.SingleLine;
import io.portico.mail.content.MailContent;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
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
    /** Text in quoted-printable never has these two characters side by side (RFC 2045, 6.7). */
    private static final String BOUNDARY = "=_portico";

    private final Session session = Session.getInstance(new Properties());
    private final MailMarks marks;
    private final Clock clock;

    Letters(MailMarks marks, Clock clock) {
        this.marks = marks;
        this.clock = clock;
    }

    public Letter write(SenderHead head, MailId id, EmailAddress to, Language language, MailContent content) {
        Sender sender = head.sender();
        String messageId = "<" + id + "@" + sender.addressDomain() + ">";
        String subject = SingleLine.of(content.subject());
        try {
            MimeMessage fields = fields(sender, to, subject, messageId);
            fields.setHeader("List-Id", "<" + head.listId() + ">");
            fields.setHeader("Content-Language", language.tag());
            for (var mark : marks.headers(id).entrySet()) {
                fields.setHeader(mark.getKey(), mark.getValue());
            }
            return new Letter(
                    head.workspace().id(),
                    id,
                    marks.envelopeSender(id, sender.fromAddress()),
                    to,
                    subject,
                    messageId,
                    signed(head, source(fields, content)));
        } catch (MessagingException | IOException e) {
            throw new IllegalStateException("mail " + id + " could not be put into MIME", e);
        }
    }

    private MimeMessage fields(Sender sender, EmailAddress to, String subject, String messageId)
            throws MessagingException, IOException {
        var fields = new MimeMessage(session);
        fields.setFrom(address(sender.fromAddress(), SingleLine.of(sender.fromName())));
        if (sender.replyTo().isPresent()) {
            fields.setReplyTo(
                    new InternetAddress[] {address(sender.replyTo().get().value(), "")});
        }
        fields.setRecipient(Message.RecipientType.TO, address(to.value(), ""));
        fields.setSubject(subject, UTF_8);
        fields.setSentDate(Date.from(clock.instant()));
        fields.setHeader("Message-ID", messageId);
        fields.setHeader("Auto-Submitted", "auto-generated");
        fields.setHeader("X-Auto-Response-Suppress", "OOF, AutoReply");
        fields.setHeader("MIME-Version", "1.0");
        fields.setHeader("Content-Type", "multipart/alternative; boundary=\"" + BOUNDARY + "\"");
        return fields;
    }

    private String signed(SenderHead head, String source) {
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

    private static String source(MimeMessage fields, MailContent content) throws MessagingException {
        var source =
                new StringBuilder(2 * (content.text().length() + content.html().length()));
        fields.getAllHeaderLines()
                .asIterator()
                .forEachRemaining(line -> source.append(line).append("\r\n"));
        part("plain", content.text(), source);
        part("html", content.html(), source);
        return source.append("\r\n--").append(BOUNDARY).append("--\r\n").toString();
    }

    private static void part(String type, String text, StringBuilder source) {
        source.append("\r\n--")
                .append(BOUNDARY)
                .append("\r\nContent-Type: text/")
                .append(type);
        source.append("; charset=UTF-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n");
        source.append(QuotedPrintable.encode(text));
    }
}
