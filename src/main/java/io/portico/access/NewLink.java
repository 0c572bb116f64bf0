package io.portico.access;

import io.portico.kernel.ContactId;
import io.portico.kernel.EmailAddress;
import java.time.Duration;
import java.util.Optional;

/**
 * A magic link to be made.
 *
 * @param lifetime cut to the purpose's cap
 * @param mailedTo the address it goes to, with a code beside it; empty when an operator copies it
 */
public record NewLink(
        ContactId contact,
        LinkPurpose purpose,
        Duration lifetime,
        LinkTarget target,
        Optional<EmailAddress> mailedTo) {}
