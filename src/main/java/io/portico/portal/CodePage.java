package io.portico.portal;

import io.portico.access.LinkTarget;
import io.portico.web.Field;
import io.portico.web.FormErrors;
import io.portico.web.PageModel;
import io.portico.web.PortalVisit;
import java.util.Optional;

/** Where a mailed code is typed: after asking for a mail, or with the address typed too. */
public record CodePage(
        PortalVisit frame, boolean sent, Field email, String code, Optional<String> codeError, LinkTarget target)
        implements PageModel {
    static CodePage of(PortalVisit visit, CodeForm form, FormErrors errors) {
        Field email = Field.text("email", visit.t("portal.email"), form.email(), errors)
                .type("email")
                .autocomplete("username")
                .needed();
        return new CodePage(visit, form.isSent(), email, form.code(), errors.of("code"), form.target());
    }

    public String title() {
        return sent ? t("portal.inbox.title") : t("portal.code.title");
    }

    public String otherAddressPath() {
        return SignInForm.onTheWayTo(target, "/sign-in");
    }
}
