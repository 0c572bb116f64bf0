package io.portico.mail.delivery;

import io.portico.mail.DeadMailbox;
import io.portico.mail.SingleLine;
import io.portico.mail.StatusCode;
import java.util.Locale;
import java.util.Optional;

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
    private static final int LOCAL_ERROR = 451;
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

    /**
     * In passing, the server takes nothing at all: 421, a fault of its mail system (4.3.x), or 451 with no code that says
     * better. Of a recipient the last is a greylist's, and means that one alone.
     *
     * @param anyLetter whether it was said of the letter or its sender, and not of its recipient
     */
    boolean meansWholeServer(boolean anyLetter) {
        if (!isPassing()) {
            return false;
        }
        Optional<StatusCode> enhanced = StatusCode.in(code, text);
        return code == ENDS_CONNECTION
                || enhanced.filter(StatusCode::isPassingFaultOfServer).isPresent()
                || (code == LOCAL_ERROR && anyLetter && enhanced.isEmpty());
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
