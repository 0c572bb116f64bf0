package io.portico.console.brand;

import io.portico.domains.PortalAddresses;
import io.portico.kernel.EmailAddress;
import io.portico.kernel.Language;
import io.portico.mail.Composition;
import io.portico.mail.CustomValue;
import io.portico.mail.MailTemplate;
import io.portico.mail.content.MailWriter;
import io.portico.web.Texts;
import io.portico.workspace.Workspace;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** A login e-mail to nobody, whose link opens nothing, to see what mails look like. */
@Component
class SampleMails {
    private static final EmailAddress NOBODY = EmailAddress.of("minji@example.com");
    private static final String CODE = "123456";

    private final MailWriter writer;
    private final PortalAddresses portals;
    private final Clock clock;

    SampleMails(MailWriter writer, PortalAddresses portals, Clock clock) {
        this.writer = writer;
        this.portals = portals;
        this.clock = clock;
    }

    String loginEmail(Workspace workspace, Texts texts) {
        Language language = texts.language();
        String portal = portals.of(workspace).toString();
        Map<CustomValue, String> values = new HashMap<>();
        values.put(CustomValue.CONTACT_FIRST_NAME, texts.t("portal.sample.first-name"));
        values.put(CustomValue.CONTACT_LAST_NAME, texts.t("portal.sample.last-name"));
        values.put(CustomValue.CONTACT_NAME, texts.t("portal.sample.first-name"));
        values.put(CustomValue.CONTACT_EMAIL, NOBODY.value());
        values.put(CustomValue.PORTAL_URL, portal);
        values.put(CustomValue.PORTAL_LOGIN_URL, portal + "/sign-in");
        values.put(CustomValue.PORTAL_MAGIC_LINK, portal + "/in");
        values.put(CustomValue.PORTAL_CODE, CODE);
        values.put(
                CustomValue.PORTAL_LINK_EXPIRES_AT, texts.time(clock.instant().plus(Duration.ofDays(1))));
        var mail = new Composition.Ready(NOBODY, language, values, portal + "/in", Optional.of(CODE), Optional.empty());
        return writer.write(MailTemplate.LOGIN_EMAIL, workspace, mail).html();
    }
}
