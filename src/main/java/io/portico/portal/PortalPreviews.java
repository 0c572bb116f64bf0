package io.portico.portal;

import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import io.portico.contacts.Contact;
import io.portico.contacts.PersonName;
import io.portico.contacts.Standing;
import io.portico.kernel.ContactId;
import io.portico.web.FormErrors;
import io.portico.web.PortalVisit;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Pages of the portal as clients will see them, for an operator who prepares a brand. Nobody is signed in to them. */
@Component
public class PortalPreviews {
    private final Templates templates;
    private final Clock clock;

    PortalPreviews(Templates templates, Clock clock) {
        this.templates = templates;
        this.clock = clock;
    }

    public JteModel signIn(PortalVisit visit) {
        return templates.portalSignIn(SignInPage.of(visit, new SignInForm("", ""), FormErrors.none()));
    }

    /** As a client sees it who does not exist. */
    public JteModel home(PortalVisit visit) {
        return templates.portalHome(HomePage.of(visit.of(sample(visit))));
    }

    private Contact sample(PortalVisit visit) {
        var name = new PersonName(visit.t("portal.sample.first-name"), visit.t("portal.sample.last-name"));
        return new Contact(
                ContactId.next(clock),
                name,
                Optional.empty(),
                true,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Map.of(),
                "",
                clock.instant(),
                Optional.empty(),
                Standing.NONE);
    }
}
