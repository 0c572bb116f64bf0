package io.portico.webhooks;

import io.portico.kernel.Labelled;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** What a webhook can be told of, and the kind of fact in the log that it is. */
public enum WebhookEvent implements Labelled {
    CONTACT_CREATED("contact.created"),
    CONTACT_INVITED("contact.invited"),
    CONTACT_JOINED("contact.joined"),
    CONTACT_SIGNED_IN("contact.signed_in"),
    CONTACT_DISABLED("contact.disabled"),
    INVITATION_EXPIRED("invitation.expired"),
    INVITATION_REVOKED("invitation.revoked"),
    MAIL_BOUNCED("mail.bounced"),
    MAIL_COMPLAINED("mail.complained"),
    MAGIC_LINK_CREATED("magic_link.created"),
    MAGIC_LINK_REDEEMED("magic_link.redeemed"),
    RUN_FINISHED("run.finished"),
    DOMAIN_VERIFIED("domain.verified"),
    DOMAIN_FAILED("domain.failed"),
    /** Not subscribed to: an automation's step names the one webhook that is told. */
    AUTOMATION_STEP("automation.step", "automation.told");

    private static final String FAILED = "mail.failed";
    private static final String BOUNCED = "NO_SUCH_MAILBOX";

    private final String type;
    private final String kind;

    WebhookEvent(String type) {
        this(type, type);
    }

    WebhookEvent(String type, String kind) {
        this.type = type;
        this.kind = kind;
    }

    /** Its name in payloads, settings and the API: {@code contact.joined}. */
    public String type() {
        return type;
    }

    /** Whether webhooks choose to be told of it. */
    public boolean isChosen() {
        return this != AUTOMATION_STEP;
    }

    /** Those that a webhook can be told of. */
    public static List<WebhookEvent> choices() {
        return Arrays.stream(values()).filter(WebhookEvent::isChosen).toList();
    }

    /** One that webhooks choose. */
    public static Optional<WebhookEvent> parse(String type) {
        return choices().stream().filter(each -> each.type.equals(type)).findFirst();
    }

    /** @throws IllegalArgumentException for a type that is none */
    public static WebhookEvent of(String type) {
        return Arrays.stream(values())
                .filter(each -> each.type.equals(type))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no event: " + type));
    }

    /**
     * The event that a fact of the log is; empty for one that webhooks are not told of. A mail bounces at once, refused by
     * the mail server, or later, when it comes back.
     */
    public static Optional<WebhookEvent> in(String kind, JsonNode details) {
        if (kind.equals(FAILED)) {
            return Optional.of(MAIL_BOUNCED)
                    .filter(bounced -> BOUNCED.equals(details.path("fault").asString("")));
        }
        return Arrays.stream(values()).filter(each -> each.kind.equals(kind)).findFirst();
    }
}
