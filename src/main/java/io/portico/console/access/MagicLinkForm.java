package io.portico.console.access;

import io.portico.access.LinkPurpose;
import io.portico.access.LinkTarget;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the operator chose for a magic link, as it was submitted.
 *
 * @param lifetime a duration of ISO 8601
 * @param mail "true" to send a link by e-mail as well
 */
public record MagicLinkForm(String contact, String lifetime, String target, String mail) {
    static final MagicLinkForm BLANK = new MagicLinkForm(null, null, null, null);

    /** The lifetimes on offer. */
    static final List<Duration> LIFETIMES = List.of(
            Duration.ofMinutes(15), Duration.ofHours(1), Duration.ofDays(1), Duration.ofDays(7), Duration.ofDays(30));

    public MagicLinkForm(
            @Nullable String contact, @Nullable String lifetime, @Nullable String target, @Nullable String mail) {
        this.contact = Objects.requireNonNullElse(contact, "");
        this.lifetime = Objects.requireNonNullElse(
                lifetime, LinkPurpose.OPERATOR.defaultLifetime().toString());
        this.target = Objects.requireNonNullElse(target, "/");
        this.mail = Objects.requireNonNullElse(mail, "");
    }

    boolean isToBeMailed() {
        return mail.equals("true");
    }

    /** One of those on offer; the default for anything else. */
    Duration chosenLifetime() {
        return LIFETIMES.stream()
                .filter(each -> each.toString().equals(lifetime))
                .findFirst()
                .orElse(LinkPurpose.OPERATOR.defaultLifetime());
    }

    LinkTarget chosenTarget() {
        return LinkTarget.parse(target).orElse(LinkTarget.HOME);
    }
}
