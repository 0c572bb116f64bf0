package io.portico.portal;

import io.portico.access.LinkTarget;
import io.portico.web.Field;
import io.portico.web.FormErrors;
import io.portico.web.PageModel;
import io.portico.web.PortalVisit;
import java.util.Optional;

/** The portal's front door: one address, one button. */
public record SignInPage(PortalVisit frame, Field email, LinkTarget target) implements PageModel {
    static SignInPage of(PortalVisit visit, SignInForm form, FormErrors errors) {
        Field email = Field.text("email", visit.t("portal.email"), form.email(), errors)
                .type("email")
                .autocomplete("username")
                .needed();
        return new SignInPage(visit, email, form.target());
    }

    /** What the business itself says here, in the language of the page. */
    public Optional<String> welcome() {
        return frame.brand().words().welcome(frame.texts().language());
    }

    public String codePath() {
        return SignInForm.onTheWayTo(target, "/sign-in/code");
    }
}
