package io.portico.installation;

import java.util.Locale;
import java.util.Optional;

/**
 * The mail server that {@code PORTICO_SMTP_URL} names. The password never shows in {@link #toString()}.
 *
 * @param implicitTls whether the connection is TLS from its first byte ({@code smtps://}, RFC 8314); then
 *     {@code startTls} is {@link StartTls#OFF}
 * @param from the envelope and header sender of the installation's own mails, an address such as
 *     {@code portal@example.com}
 * @param signs whether Portico signs the installation's own mails (DKIM); elsewise the mail server may
 */
public record SmtpServer(
        String host,
        int port,
        boolean implicitTls,
        StartTls startTls,
        Optional<String> user,
        Optional<String> password,
        String from,
        boolean signs) {

    /** Of which mails are not signed. */
    public SmtpServer(
            String host,
            int port,
            boolean implicitTls,
            StartTls startTls,
            Optional<String> user,
            Optional<String> password,
            String from) {
        this(host, port, implicitTls, startTls, user, password, from, false);
    }

    /** What follows the @ of the sender's address, in lower case. */
    public String fromDomain() {
        return from.substring(from.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT);
    }

    /** What to do about STARTTLS (RFC 3207) on a connection that begins in the clear. */
    public enum StartTls {
        /** Used when the server offers it. */
        OFFERED,
        /** Without it no mail is sent. */
        REQUIRED,
        /** Never used. */
        OFF
    }

    @Override
    public String toString() {
        return (implicitTls ? "smtps://" : "smtp://") + host + ":" + port;
    }
}
