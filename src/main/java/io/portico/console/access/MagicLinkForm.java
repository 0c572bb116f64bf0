package io.portico.console.access;

import io.portico.access.AccessPolicy;
import io.portico.access.LinkPurpose;
import io.portico.access.LinkTarget;
import java.time.Duration;
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

    public MagicLinkForm(
            @Nullable String contact, @Nullable String lifetime, @Nullable String target, @Nullable String mail) {
        this.contact = Objects.requireNonNullElse(contact, "");
        this.lifetime = Objects.requireNonNullElse(lifetime, "");
        this.target = Objects.requireNonNullElse(target, "/");
        this.mail = Objects.requireNonNullElse(mail, "");
    }

    boolean isToBeMailed() {
        return mail.equals("true");
    }

    /** One of those the policy offers; its own for anything else. */
    Duration chosenLifetime(AccessPolicy policy) {
        return policy.offered().stream()
                .filter(each -> each.toString().equals(lifetime))
                .findFirst()
                .orElse(policy.of(LinkPurpose.OPERATOR));
    }

    LinkTarget chosenTarget() {
        return LinkTarget.parse(target).orElse(LinkTarget.HOME);
    }
}
