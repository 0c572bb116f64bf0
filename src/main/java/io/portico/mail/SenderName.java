package io.portico.mail;

import io.portico.kernel.EmailAddress;
import io.portico.mail.content.SingleLine;
import java.util.Optional;

/**
 * The part of a {@link Sender} that operators choose.
 *
 * @param name one line of at most 100 characters; empty for the workspace's name
 */
public record SenderName(Optional<String> name, Optional<EmailAddress> replyTo) {
    /** Longer names are cut by most mail programs. */
    public static final int LONGEST = 100;

    public SenderName {
        name = name.map(SingleLine::of).filter(line -> !line.isEmpty());
        if (name.orElse("").length() > LONGEST) {
            throw new IllegalArgumentException("a sender's name has at most " + LONGEST + " characters");
        }
    }
}
