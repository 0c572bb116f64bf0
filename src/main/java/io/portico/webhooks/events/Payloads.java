package io.portico.webhooks.events;

import io.portico.contacts.Contacts;
import io.portico.kernel.WorkspaceId;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Writes what is sent of an event. */
@Component
public class Payloads {
    private final Contacts contacts;
    private final JsonMapper json;

    Payloads(Contacts contacts, JsonMapper json) {
        this.contacts = contacts;
        this.json = json;
    }

    /** The payload as it is sent, with the contact as it is now. */
    public String write(WorkspaceId workspace, Happening happening) {
        return json.writeValueAsString(
                new EventPayload(happening.event().type(), happening.at(), data(workspace, happening)));
    }

    private EventData data(WorkspaceId workspace, Happening happening) {
        JsonNode details = happening.details();
        return switch (happening.event()) {
            case CONTACT_CREATED -> new EventData.Created(contact(workspace, happening), text(details, "text"));
            case CONTACT_INVITED -> new EventData.Invited(contact(workspace, happening), id(details, "run"));
            case CONTACT_JOINED -> new EventData.Joined(contact(workspace, happening), id(details, "link"));
            case CONTACT_SIGNED_IN, CONTACT_DISABLED, INVITATION_EXPIRED, INVITATION_REVOKED ->
                new EventData.OfContact(contact(workspace, happening));
            case MAIL_BOUNCED ->
                new EventData.Bounced(
                        contact(workspace, happening),
                        id(details, "mail"),
                        text(details, "text"),
                        text(details, "reply"));
            case MAIL_COMPLAINED ->
                new EventData.Complained(contact(workspace, happening), id(details, "mail"), text(details, "text"));
            case MAGIC_LINK_CREATED ->
                new EventData.LinkCreated(
                        contact(workspace, happening),
                        id(details, "link").orElseThrow(),
                        text(details, "text"),
                        Instant.parse(text(details, "expiresAt")));
            case MAGIC_LINK_REDEEMED ->
                new EventData.LinkRedeemed(
                        contact(workspace, happening), id(details, "link").orElseThrow(), text(details, "text"));
            case RUN_FINISHED -> runFinished(details);
            case AUTOMATION_STEP ->
                new EventData.AutomationStep(
                        contact(workspace, happening), id(details, "automation").orElseThrow(), text(details, "text"));
            case DOMAIN_VERIFIED, DOMAIN_FAILED -> new EventData.OfDomain(text(details, "text"));
        };
    }

    private static EventData runFinished(JsonNode details) {
        return new EventData.RunFinished(
                id(details, "run").orElseThrow(),
                text(details, "kind").toLowerCase(Locale.ROOT).replace('_', '-'),
                number(details, "total"),
                number(details, "sent"),
                number(details, "failed"),
                number(details, "skipped"),
                number(details, "cancelled"));
    }

    private ContactData contact(WorkspaceId workspace, Happening happening) {
        var id = happening
                .contact()
                .orElseThrow(() -> new IllegalStateException(happening.event() + " is about no contact"));
        return contacts.find(workspace, id).map(ContactData::of).orElseGet(() -> ContactData.deleted(id));
    }

    private static String text(JsonNode details, String name) {
        return details.path(name).asString("");
    }

    private static long number(JsonNode details, String name) {
        return details.path(name).asLong(0);
    }

    private static Optional<UUID> id(JsonNode details, String name) {
        return Optional.of(text(details, name)).filter(text -> !text.isEmpty()).map(UUID::fromString);
    }
}
