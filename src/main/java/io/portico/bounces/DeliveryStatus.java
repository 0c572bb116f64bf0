package io.portico.bounces;

import io.portico.mail.DeadMailbox;
import io.portico.mail.ReturnKind;
import io.portico.mail.StatusCode;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetHeaders;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a delivery status (RFC 3464, 2.3) says of the one recipient that each of our mails has.
 *
 * @param action such as {@code failed}
 * @param status such as {@code 5.1.1}
 * @param diagnostic the receiving server's own words, as in {@code smtp; 550 5.1.1 no such user}; may be empty
 */
record DeliveryStatus(String action, String status, String diagnostic) {
    private static final int MOST_GROUPS = 20;
    private static final Pattern REPLY = Pattern.compile("\\b([45]\\d\\d)[ -]");

    /** The first group of fields that is about a recipient; the one before is about the mail. */
    static Optional<DeliveryStatus> read(InputStream fields) throws MessagingException, IOException {
        for (int i = 0; i < MOST_GROUPS && fields.available() > 0; i++) {
            var group = new InternetHeaders(fields);
            if (group.getHeader("Action") != null) {
                return Optional.of(new DeliveryStatus(
                        field(group, "Action").toLowerCase(Locale.ROOT),
                        field(group, "Status"),
                        field(group, "Diagnostic-Code").replaceFirst("^[A-Za-z0-9-]+\\s*;\\s*", "")));
            }
        }
        return Optional.empty();
    }

    private static String field(InternetHeaders group, String name) {
        return Optional.ofNullable(group.getHeader(name, null)).orElse("").strip();
    }

    /** Empty for good news: delivered, relayed, expanded. */
    Optional<ReturnKind> kind() {
        return switch (action) {
            case "failed" -> Optional.of(isDead() ? ReturnKind.BOUNCED : ReturnKind.NOT_DELIVERED);
            case "delayed" -> Optional.of(ReturnKind.DELAYED);
            default -> Optional.empty();
        };
    }

    String said() {
        return diagnostic.isEmpty() ? status : diagnostic;
    }

    /** The status decides; where that says nothing the server's words do. */
    private boolean isDead() {
        if (!status.startsWith("5.")) {
            return false;
        }
        return StatusCode.in(0, status).filter(code -> !code.isUnspecified()).isPresent()
                ? DeadMailbox.isMeantBy(550, status)
                : DeadMailbox.isMeantBy(reply(), diagnostic);
    }

    private int reply() {
        Matcher found = REPLY.matcher(diagnostic);
        return found.find() ? Integer.parseInt(found.group(1)) : 0;
    }
}
