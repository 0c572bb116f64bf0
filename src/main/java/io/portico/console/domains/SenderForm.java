package io.portico.console.domains;

import io.portico.kernel.EmailAddress;
import io.portico.mail.SenderName;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The name and the address for replies of a workspace's mails, as they were typed. */
public record SenderForm(String fromName, String replyTo) {
    public SenderForm(@Nullable String fromName, @Nullable String replyTo) {
        this.fromName = Objects.requireNonNullElse(fromName, "");
        this.replyTo = Objects.requireNonNullElse(replyTo, "");
    }

    static SenderForm of(SenderName chosen) {
        return new SenderForm(
                chosen.name().orElse(""),
                chosen.replyTo().map(EmailAddress::value).orElse(""));
    }
}
