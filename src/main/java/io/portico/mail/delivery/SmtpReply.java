package io.portico.mail.delivery;

import io.portico.mail.content.SingleLine;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

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
    private static final Pattern ENHANCED = Pattern.compile("\\b[245]\\.\\d{1,3}\\.\\d{1,3}\\b");
    private static final Pattern ABOUT_US = Pattern.compile(
            "relay|authenticat|not allowed|not permitted|denied|blocked|spam|policy", Pattern.CASE_INSENSITIVE);

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
        if (code < 500) {
            return false;
        }
        return switch (enhanced().orElse("")) {
            case "5.1.1", "5.1.2", "5.1.3", "5.1.6", "5.1.10", "5.2.1" -> true;
            case "" ->
                (code == 550 || code == 551 || code == 553)
                        && !ABOUT_US.matcher(text).find();
            default -> false;
        };
    }

    /** Said of any letter: it is us the server will not serve, so the next letter would fare no better. */
    boolean meansNotAdmitted() {
        return switch (code) {
            case 530, 534, 535, 538 -> true;
            case 550, 551, 553, 554 -> text.toLowerCase(Locale.ROOT).contains("relay");
            default -> false;
        };
    }

    private Optional<String> enhanced() {
        Matcher found = ENHANCED.matcher(text);
        return found.find() ? Optional.of(found.group()) : Optional.empty();
    }
}
