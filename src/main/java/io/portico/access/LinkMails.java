package io.portico.access;

import io.portico.activity.Actor;
import io.portico.contacts.Contact;
import io.portico.contacts.Contacts;
import io.portico.domains.PortalAddresses;
import io.portico.kernel.ContactId;
import io.portico.kernel.EmailAddress;
import io.portico.kernel.Language;
import io.portico.kernel.MailId;
import io.portico.kernel.WorkspaceId;
import io.portico.mail.AccessMailAllowance;
import io.portico.mail.Composition;
import io.portico.mail.CustomValue;
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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Composes mails whose button signs a contact in. The link is minted here, when the mail's turn has come, and its hash is
 * committed before the mail leaves; composing again mints another, and both work.
 */
@Component
public class LinkMails {
    private final Tenancy tenancy;
    private final MagicLinks links;
    private final AccessMailAllowance allowance;
    private final Contacts contacts;
    private final Places places;

    LinkMails(Tenancy tenancy, MagicLinks links, AccessMailAllowance allowance, Contacts contacts, Places places) {
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

    /** An order, and the contact whose link it is to carry. */
    public record Ordered(MailOrder order, ContactId contact, Wanted wanted) {}

    /** {@link #compose(WorkspaceId, List)} of one. */
    public Composition compose(MailOrder order, ContactId contact, Wanted wanted) {
        return compose(order.workspace(), List.of(new Ordered(order, contact, wanted)))
                .getFirst();
    }

    /**
     * Skips contacts who are gone, disabled or without an address, and addresses that got such a mail too often. The
     * contacts are held meanwhile: a link is never minted for an address that has just been changed, nor for somebody just
     * disabled. One transaction of a few statements, however many they are; one composition for each order, in their order.
     */
    public List<Composition> compose(WorkspaceId workspace, List<Ordered> orders) {
        return tenancy.in(workspace, () -> {
            Map<ContactId, Contact> held = contacts.hold(
                    workspace, orders.stream().map(Ordered::contact).collect(Collectors.toSet()));
            Map<MailId, Composition> composed = new HashMap<>();
            List<Addressed> addressed = new ArrayList<>();
            for (Ordered each : orders) {
                addressed(each, Optional.ofNullable(held.get(each.contact())), composed)
                        .ifPresent(addressed::add);
            }
            composed.putAll(mint(workspace, allowed(workspace, addressed, composed)));
            return orders.stream()
                    .map(each ->
                            Objects.requireNonNull(composed.get(each.order().id())))
                    .toList();
        });
    }

    /** An order whose contact can be written to, and where. */
    private record Addressed(Ordered ordered, Contact contact, EmailAddress address) {
        MailId mail() {
            return ordered.order().id();
        }

        Wanted wanted() {
            return ordered.wanted();
        }

        NewLink link() {
            return new NewLink(
                    contact.id(), wanted().purpose(), wanted().lifetime(), wanted().target(), Optional.of(address));
        }
    }

    private static Optional<Addressed> addressed(
            Ordered ordered, Optional<Contact> contact, Map<MailId, Composition> skipped) {
        Optional<SkipReason> why = contact.map(LinkMails::obstacle).orElse(Optional.of(SkipReason.GONE));
        why.ifPresent(reason -> skipped.put(ordered.order().id(), new Composition.Skip(reason)));
        return why.isPresent()
                ? Optional.empty()
                : contact.flatMap(known -> known.email().map(address -> new Addressed(ordered, known, address)));
    }

    private static Optional<SkipReason> obstacle(Contact contact) {
        if (contact.email().isEmpty()) {
            return Optional.of(SkipReason.NO_ADDRESS);
        }
        return contact.standing().isDisabled() ? Optional.of(SkipReason.DISABLED) : Optional.empty();
    }

    /** Those whose addresses may get such a mail now. What somebody asks for on the sign-in page comes one at a time. */
    private List<Addressed> allowed(WorkspaceId workspace, List<Addressed> mails, Map<MailId, Composition> skipped) {
        Map<MailId, SkipReason> refused = new HashMap<>();
        List<AccessMailAllowance.Taking> takings = new ArrayList<>();
        for (Addressed mail : mails) {
            if (mail.wanted().purpose() == LinkPurpose.SELF) {
                allowance
                        .take(workspace, mail.address(), mail.mail(), true)
                        .ifPresent(reason -> refused.put(mail.mail(), reason));
            } else {
                takings.add(new AccessMailAllowance.Taking(mail.mail(), mail.address()));
            }
        }
        refused.putAll(takings.isEmpty() ? Map.of() : allowance.take(workspace, takings));
        refused.forEach((mail, reason) -> skipped.put(mail, new Composition.Skip(reason)));
        return mails.stream().filter(mail -> !refused.containsKey(mail.mail())).toList();
    }

    private Map<MailId, Composition> mint(WorkspaceId id, List<Addressed> mails) {
        Map<MailId, Composition> composed = new HashMap<>();
        if (!mails.isEmpty()) {
            Workspace workspace = places.workspaces().get(id);
            List<MadeLink> made =
                    links.make(id, mails.stream().map(Addressed::link).toList(), new Actor.Portico());
            for (int i = 0; i < mails.size(); i++) {
                composed.put(mails.get(i).mail(), ready(workspace, mails.get(i), made.get(i)));
            }
        }
        return composed;
    }

    private Composition ready(Workspace workspace, Addressed mail, MadeLink made) {
        Contact contact = mail.contact();
        Language language = mail.wanted().language().or(contact::language).orElse(workspace.language());
        return new Composition.Ready(
                mail.address(),
                language,
                values(workspace, contact, made, mail.wanted().by(), language),
                made.url().toString(),
                made.code().map(Code::reveal),
                mail.wanted().note(),
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

    static String expiry(Instant end, Language language, ZoneId zone) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(language.locale())
                .format(end.atZone(zone));
    }
}
