package io.portico.access;

import io.portico.contacts.Contact;
import io.portico.domains.PortalAddresses;
import io.portico.installation.Installation;
import io.portico.kernel.Language;
import io.portico.mail.Composition;
import io.portico.mail.CustomValue;
import io.portico.mail.MailTemplate;
import io.portico.workspace.Operator;
import io.portico.workspace.Workspace;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Mails to look at: with the values of a contact, or of an invented one, and secrets that open nothing. */
@Component
public class MailSamples {
    /** What stands for the secret of a link; visibly none. */
    public static final String NO_SECRET = "example-that-opens-nothing";

    public static final String NO_CODE = "000000";

    private final PortalAddresses portals;
    private final Installation installation;
    private final Clock clock;

    MailSamples(PortalAddresses portals, Installation installation, Clock clock) {
        this.portals = portals;
        this.installation = installation;
        this.clock = clock;
    }

    /** Mints nothing. The mail is to the operator who looks at it. */
    public Composition.Ready of(
            Workspace workspace,
            MailTemplate template,
            Language language,
            Optional<Contact> contact,
            Operator operator) {
        return template.isToContact()
                ? toContact(workspace, language, contact, operator)
                : new Composition.Ready(
                        operator.email(),
                        language,
                        Map.of(
                                CustomValue.PORTAL_URL, portals.of(workspace).toString(),
                                CustomValue.OPERATOR_NAME, operator.name(),
                                CustomValue.OPERATOR_EMAIL, operator.email().value()),
                        installation.consoleUrl() + "/" + NO_SECRET,
                        Optional.empty(),
                        Optional.empty());
    }

    private Composition.Ready toContact(
            Workspace workspace, Language language, Optional<Contact> contact, Operator operator) {
        String portal = portals.of(workspace).toString();
        String link = portal + "/in/" + NO_SECRET;
        Map<CustomValue, String> values =
                new HashMap<>(contact.map(ContactValues::of).orElseGet(() -> invented(language)));
        values.put(CustomValue.PORTAL_URL, portal);
        values.put(CustomValue.PORTAL_LOGIN_URL, portal + "/sign-in");
        values.put(CustomValue.PORTAL_MAGIC_LINK, link);
        values.put(CustomValue.PORTAL_INVITE_LINK, link);
        values.put(CustomValue.PORTAL_CODE, NO_CODE);
        values.put(
                CustomValue.PORTAL_LINK_EXPIRES_AT,
                LinkMails.expiry(
                        clock.instant().plus(Duration.ofDays(1)),
                        language,
                        contact.flatMap(Contact::timeZone).orElse(workspace.timeZone())));
        values.put(CustomValue.OPERATOR_NAME, operator.name());
        values.put(CustomValue.OPERATOR_EMAIL, operator.email().value());
        return new Composition.Ready(operator.email(), language, values, link, Optional.of(NO_CODE), Optional.empty());
    }

    private static Map<CustomValue, String> invented(Language language) {
        return switch (language) {
            case EN -> person("Minji", "Kim", "Minji Kim");
            case KO -> person("민지", "김", "김민지");
        };
    }

    private static Map<CustomValue, String> person(String first, String last, String full) {
        return Map.of(
                CustomValue.CONTACT_FIRST_NAME, first,
                CustomValue.CONTACT_LAST_NAME, last,
                CustomValue.CONTACT_NAME, full,
                CustomValue.CONTACT_EMAIL, "minji.kim@example.com",
                CustomValue.CONTACT_PHONE, "+82 10-1234-5678");
    }
}
