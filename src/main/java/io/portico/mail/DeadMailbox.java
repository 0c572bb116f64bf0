package io.portico.mail;

import java.util.regex.Pattern;

/** Whether a refusal says that a mailbox does not exist, by RFC 5321 (reply codes) and RFC 3463 (codes such as 5.1.1). */
public final class DeadMailbox {
    private static final Pattern ABOUT_US = Pattern.compile(
            "relay|authenticat|not allowed|not permitted|denied|blocked|spam|policy", Pattern.CASE_INSENSITIVE);

    private DeadMailbox() {}

    /** Said of a recipient: the address is dead, not merely full, suspicious or off limits for us. */
    public static boolean isMeantBy(int code, String text) {
        if (code < 500) {
            return false;
        }
        return switch (StatusCode.in(code, text).map(StatusCode::toString).orElse("")) {
            case "5.1.1", "5.1.2", "5.1.3", "5.1.6", "5.1.10", "5.2.1" -> true;
            case "" ->
                (code == 550 || code == 551 || code == 553)
                        && !ABOUT_US.matcher(text).find();
            default -> false;
        };
    }
}
