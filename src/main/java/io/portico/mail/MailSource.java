package io.portico.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Properties;

/** A message as it goes over the wire (RFC 5322), to be read as its recipient would. */
record MailSource(String text) {
    private static final Session SESSION = Session.getInstance(new Properties());

    MailboxMail mail(MailboxEntry entry) {
        try {
            var message = new MimeMessage(SESSION, new ByteArrayInputStream(text.getBytes(StandardCharsets.US_ASCII)));
            return new MailboxMail(
                    entry, headers(message), part(message, "text/html"), part(message, "text/plain"), text);
        } catch (MessagingException | IOException e) {
            throw new IllegalStateException("mail " + entry.id() + " cannot be read", e);
        }
    }

    private static List<MailboxMail.Header> headers(MimeMessage message) throws MessagingException {
        return Collections.list(message.getAllHeaders()).stream()
                .map(header -> new MailboxMail.Header(header.getName(), decoded(header.getValue())))
                .toList();
    }

    private static String decoded(String value) {
        try {
            return MimeUtility.decodeText(MimeUtility.unfold(value));
        } catch (UnsupportedEncodingException e) {
            return value;
        }
    }

    private static String part(MimeMessage message, String type) throws MessagingException, IOException {
        var parts = (MimeMultipart) message.getContent();
        for (int i = 0; i < parts.getCount(); i++) {
            Part part = parts.getBodyPart(i);
            if (part.isMimeType(type)) {
                return String.valueOf(part.getContent());
            }
        }
        return "";
    }
}
