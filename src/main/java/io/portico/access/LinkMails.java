package io.portico.access;

import io.portico.activity.Actor;
import io.portico.contacts.Contact;
import io.portico.contacts.Contacts;
import io.portico.domains.PortalAddresses;
import io.portico.kernel.ContactId;
import io.portico.kernel.EmailAddress;
import io.portico.kernel.Language;
import io.portico.kernel.WorkspaceId;
import io.portico.mail.Composition;
import io.portico.mail.CustomValue;
import io.portico.mail.LoginMails;
import io.portico.mail.MailOrder;
import io.portico.mail.SkipReason;
import io.portico.tenancy.Tenancy;
import io.portico.workspace.Operator;
import io.portico.workspace.Workspace;
import io.portico.workspace.Workspaces;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Composes mails whose button signs a contact in. The link is minted here, when the mail's turn has come, and its hash is
 * committed before the mail leaves; composing again mints another, and both work.
 */
@Component
public class LinkMails {
    private final Tenancy tenancy;
    private final MagicLinks links;
    private final LoginMails allowance;
    private final Contacts contacts;
    private final Places places;

    LinkMails(Tenancy tenancy, MagicLinks links, LoginMails allowance, Contacts contacts, Places places) {
        this.tenancy = tenancy;
        this.links = links;
        this.allowance = allowance;
        this.contacts = contacts;
        this.places = places;
    }

    /** Whose portal it is, and where. */
    @Component
    record Places(Workspaces workspaces, PortalAddresses portals) {}

    /**
     * What a mail with a link is made of.
     *
     * @param lifetime empty for the workspace's own
     * @param language overrides the contact's own
     */
    public record Wanted(
            LinkPurpose purpose,
            Optional<Duration> lifetime,
            LinkTarget target,
            Optional<String> note,
            Optional<Language> language,
            Sender by) {
        public Wanted(
                LinkPurpose purpose,
                Optional<Duration> lifetime,
                LinkTarget target,
                Optional<String> note,
                Optional<Language> language,
                String by) {
            this(purpose, lifetime, target, note, language, new Sender(by, ""));
        }

        public static Wanted of(LinkPurpose purpose) {
            return new Wanted(
                    purpose, Optional.empty(), LinkTarget.HOME, Optional.empty(), Optional.empty(), Sender.NOBODY);
        }
    }

    /** The operator who asked for a mail; empty texts when nobody of the business did, or they are gone. */
    public record Sender(String name, String email) {
        public static final Sender NOBODY = new Sender("", "");

        public static Sender of(Operator operator) {
            return new Sender(operator.name(), operator.email().value());
        }
    }

    /**
     * Skips contacts who are gone, disabled or without an address, and addresses that got such a mail too often. The
     * contact is held meanwhile: a link is never minted for an address that has just been changed, nor for somebody just
     * disabled.
     */
    public Composition compose(MailOrder order, ContactId id, Wanted wanted) {
        WorkspaceId workspace = order.workspace();
        return tenancy.in(workspace, () -> composeFor(order, contacts.hold(workspace, id), wanted));
    }

    private Composition composeFor(MailOrder order, Optional<Contact> contact, Wanted wanted) {
        if (contact.isEmpty()) {
            return new Composition.Skip(SkipReason.GONE);
        }
        return contact.get()
                .email()
                .map(address -> composeTo(order, contact.get(), address, wanted))
                .orElseGet(() -> new Composition.Skip(SkipReason.NO_ADDRESS));
    }

    private Composition composeTo(MailOrder order, Contact contact, EmailAddress address, Wanted wanted) {
        if (contact.standing().isDisabled()) {
            return new Composition.Skip(SkipReason.DISABLED);
        }
        return allowance
                .take(order.workspace(), address, order.id(), wanted.purpose() == LinkPurpose.SELF)
                .<Composition>map(Composition.Skip::new)
                .orElseGet(() -> mint(places.workspaces().get(order.workspace()), contact, address, wanted));
    }

    private Composition mint(Workspace workspace, Contact contact, EmailAddress address, Wanted wanted) {
        var link =
                new NewLink(contact.id(), wanted.purpose(), wanted.lifetime(), wanted.target(), Optional.of(address));
        MadeLink made = links.make(workspace.id(), link, new Actor.Portico());
        Language language = wanted.language().or(contact::language).orElse(workspace.language());
        return new Composition.Ready(
                address,
                language,
                values(workspace, contact, made, wanted.by(), language),
                made.url().toString(),
                made.code().map(Code::reveal),
                wanted.note(),
                Optional.of(contact.id().value()));
    }

    private Map<CustomValue, String> values(
            Workspace workspace, Contact contact, MadeLink link, Sender by, Language language) {
        Map<CustomValue, String> values = ContactValues.of(contact);
        values.put(CustomValue.PORTAL_URL, places.portals().of(workspace).toString());
        values.put(
                CustomValue.PORTAL_LOGIN_URL,
                places.portals().of(workspace).resolve("/sign-in").toString());
        values.put(CustomValue.PORTAL_MAGIC_LINK, link.url().toString());
        values.put(CustomValue.PORTAL_INVITE_LINK, link.url().toString());
        values.put(CustomValue.PORTAL_CODE, link.code().map(Code::reveal).orElse(""));
        values.put(
                CustomValue.PORTAL_LINK_EXPIRES_AT,
                expiry(link.expiresAt(), language, contact.timeZone().orElse(workspace.timeZone())));
        values.put(CustomValue.OPERATOR_NAME, by.name());
        values.put(CustomValue.OPERATOR_EMAIL, by.email());
        return values;
    }

    private static String expiry(Instant end, Language language, ZoneId zone) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(language.locale())
                .format(end.atZone(zone));
    }
}
