package io.portico.mail.delivery;

import io.portico.mail.DeadMailbox;
import io.portico.mail.SingleLine;
import java.util.Locale;

/**
 * A mail server's refusal and what it means for us, by RFC 5321 (reply codes) and RFC 3463 (enhanced status codes such
 * as 5.1.1).
 *
 * @param text the reply on one line, at most 500 characters
 */
record SmtpReply(int code, String text) {
    /** To DATA: the server waits for the letter's text. */
    static final int GO_ON = 354;

    private static final int ENDS_CONNECTION = 421;
    private static final int LONGEST = 500;

    SmtpReply {
        String line = SingleLine.of(text).replaceAll("\\s+", " ");
        text = line.substring(0, Math.min(LONGEST, line.length()));
    }

    /** With it the server ends the connection; nothing of the letter in question was taken. */
    boolean endsConnection() {
        return code == ENDS_CONNECTION;
    }

    boolean isRefusal() {
        return code >= 400;
    }

    boolean isPassing() {
        return code >= 400 && code < 500;
    }

    /** Said of a recipient. The address is dead, not merely full, suspicious or off limits for us. */
    boolean meansNoSuchMailbox() {
        return DeadMailbox.isMeantBy(code, text);
    }

    /** Said of any letter: it is us the server will not serve, so the next letter would fare no better. */
    boolean meansNotAdmitted() {
        return switch (code) {
            case 530, 534, 535, 538 -> true;
            case 550, 551, 553, 554 -> text.toLowerCase(Locale.ROOT).contains("relay");
            default -> false;
        };
    }
}
