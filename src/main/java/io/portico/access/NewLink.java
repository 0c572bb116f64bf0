package io.portico.access;

import io.portico.kernel.ContactId;
import io.portico.kernel.EmailAddress;
import java.time.Duration;
import java.util.Optional;

/**
 * A magic link to be made.
 *
 * @param lifetime cut to what the workspace's {@link AccessPolicy} allows; empty for the policy's own
 * @param mailedTo the address it goes to, with a code beside it; empty when an operator copies it
 */
public record NewLink(
        ContactId contact,
        LinkPurpose purpose,
        Optional<Duration> lifetime,
        LinkTarget target,
        Optional<EmailAddress> mailedTo) {}
