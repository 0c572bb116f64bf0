package io.portico.access;

import io.portico.activity.Actor;
import io.portico.activity.Maker;
import io.portico.contacts.Contact;
import io.portico.kernel.Language;
import io.portico.mail.CustomText;
import io.portico.mail.CustomValue;
import io.portico.mail.OwnValue;
import io.portico.mail.OwnValues;
import io.portico.workspace.Workspace;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Fills texts that a program will send by itself with what is known of one contact, and mints the link they ask for. */
@Component
public class ContactTexts {
    /** Only mails of Portico's own carry a code, as it is typed beside the address they went to. */
    public static final Set<CustomValue> NOT_HERE = Set.of(CustomValue.PORTAL_CODE);

    private static final Set<CustomValue> OF_A_LINK =
            Set.of(CustomValue.PORTAL_MAGIC_LINK, CustomValue.PORTAL_INVITE_LINK, CustomValue.PORTAL_LINK_EXPIRES_AT);

    private final MagicLinks links;
    private final OwnValues own;
    private final Askers askers;
    private final LinkMails.Places places;

    ContactTexts(MagicLinks links, OwnValues own, Askers askers, LinkMails.Places places) {
        this.links = links;
        this.own = own;
        this.askers = askers;
        this.places = places;
    }

    /**
     * A filled text.
     *
     * @param link the one that stands in it; empty when it asks for none
     */
    public record Filled(String text, Optional<MadeLink> link) {
        /** Never the text, as it may hold the link. */
        @Override
        public String toString() {
            return "Filled[" + link + "]";
        }
    }

    /**
     * Makes one link of the contact when the text asks for it, however often it stands there.
     *
     * @param lifetime of the link; empty for the workspace's own
     */
    public Filled fill(Workspace workspace, Contact contact, CustomText text, Optional<Duration> lifetime, Actor by) {
        Map<CustomValue, String> values = ContactValues.of(contact);
        values.put(CustomValue.WORKSPACE_NAME, workspace.name());
        values.put(CustomValue.WORKSPACE_TIME_ZONE, workspace.timeZone().getId());
        LinkMails.Sender sender = askers.sender(workspace.id(), Maker.of(by));
        values.put(CustomValue.OPERATOR_NAME, sender.name());
        values.put(CustomValue.OPERATOR_EMAIL, sender.email());
        values.put(CustomValue.PORTAL_URL, places.portals().of(workspace).toString());
        values.put(
                CustomValue.PORTAL_LOGIN_URL,
                places.portals().of(workspace).resolve("/sign-in").toString());
        own.all(workspace.id()).forEach((OwnValue each) -> values.put(each.name(), each.value()));
        Optional<MadeLink> link = text.values().stream().anyMatch(OF_A_LINK::contains)
                ? Optional.of(mint(workspace, contact, lifetime, by))
                : Optional.empty();
        link.ifPresent(made -> put(made, workspace, contact, values));
        return new Filled(text.fill(values), link);
    }

    private MadeLink mint(Workspace workspace, Contact contact, Optional<Duration> lifetime, Actor actor) {
        var wanted = new NewLink(contact.id(), LinkPurpose.OPERATOR, lifetime, LinkTarget.HOME, Optional.empty());
        return links.make(workspace.id(), wanted, actor);
    }

    private static void put(MadeLink made, Workspace workspace, Contact contact, Map<CustomValue, String> values) {
        Language language = contact.language().orElse(workspace.language());
        values.put(CustomValue.PORTAL_MAGIC_LINK, made.url().toString());
        values.put(CustomValue.PORTAL_INVITE_LINK, made.url().toString());
        values.put(
                CustomValue.PORTAL_LINK_EXPIRES_AT,
                LinkMails.expiry(made.expiresAt(), language, contact.timeZone().orElse(workspace.timeZone())));
    }
}
