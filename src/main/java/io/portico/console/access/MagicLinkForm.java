package io.portico.console.access;

import io.portico.access.LinkPurpose;
import io.portico.access.LinkTarget;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the operator chose for a magic link, as it was submitted. */
public record MagicLinkForm(String contact, String lifetime, String target, boolean mail) {
    /** The lifetimes on offer, in minutes. */
    static final List<Duration> LIFETIMES = List.of(
            Duration.ofMinutes(15), Duration.ofHours(1), Duration.ofDays(1), Duration.ofDays(7), Duration.ofDays(30));

    public MagicLinkForm(
            @Nullable String contact, @Nullable String lifetime, @Nullable String target, @Nullable Boolean mail) {
        this(
                contact == null ? "" : contact,
                lifetime == null ? LinkPurpose.OPERATOR.defaultLifetime().toString() : lifetime,
                target == null ? "/" : target,
                mail != null && mail);
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
