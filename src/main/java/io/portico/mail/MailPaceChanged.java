package io.portico.mail;

import io.portico.activity.Fact;
import io.portico.activity.FactKind;

/**
 * An operator changed how fast the mails of runs leave.
 *
 * @param text "600, 100": in all, and to each domain; a dash for no limit
 */
@FactKind("mail_pace.changed")
public record MailPaceChanged(String text) implements Fact {
    static MailPaceChanged to(MailPace pace) {
        return new MailPaceChanged("%s, %s"
                .formatted(
                        pace.perMinute().isPresent()
                                ? Integer.toString(pace.perMinute().getAsInt())
                                : "–",
                        pace.perDomain().isPresent()
                                ? Integer.toString(pace.perDomain().getAsInt())
                                : "–"));
    }
}
