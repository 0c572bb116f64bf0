package io.portico.webhooks.events;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * What an event says beside its type and time, one shape for each. A shape names every component it takes from the log,
 * so that nothing else can slip through; none is a secret.
 */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
public sealed interface EventData {
    /** {@code contact.signed_in}, {@code contact.disabled}, {@code invitation.expired}, {@code invitation.revoked}. */
    record OfContact(ContactData contact) implements EventData {}

    /** {@code contact.created}; the source is such as {@code console}, {@code import}, {@code api}. */
    record Created(ContactData contact, String source) implements EventData {}

    /** {@code contact.invited}. */
    record Invited(ContactData contact, Optional<UUID> runId) implements EventData {}

    /** {@code contact.joined}; the link that let the contact in. */
    record Joined(ContactData contact, Optional<UUID> linkId) implements EventData {}

    /** {@code mail.bounced}; the template is such as {@code invitation}, the reply the mail server's own words. */
    record Bounced(ContactData contact, Optional<UUID> mailId, String template, String reply) implements EventData {}

    /** {@code mail.complained}. */
    record Complained(ContactData contact, Optional<UUID> mailId, String template) implements EventData {}

    /** {@code magic_link.created}; the purpose is such as {@code operator}. Never the link itself. */
    record LinkCreated(ContactData contact, UUID linkId, String purpose, Instant expiresAt) implements EventData {}

    /** {@code magic_link.redeemed}; by {@code link} or by {@code code}. */
    record LinkRedeemed(ContactData contact, UUID linkId, String by) implements EventData {}

    /** {@code run.finished}; the kind is {@code invitations} or {@code login-emails}, the four last make up the total. */
    record RunFinished(UUID runId, String kind, long total, long sent, long failed, long skipped, long cancelled)
            implements EventData {}

    /** {@code automation.step}: an automation called just this webhook; the name is the automation's. */
    record AutomationStep(ContactData contact, UUID automationId, String name) implements EventData {}

    /** {@code domain.verified}, {@code domain.failed}. */
    record OfDomain(String domain) implements EventData {}
}
