package io.portico.portal;

import gg.jte.generated.precompiled.Templates;
import io.portico.access.SignInRequests;
import io.portico.kernel.EmailAddress;
import io.portico.limits.Door;
import io.portico.web.Answer;
import io.portico.web.FormErrors;
import io.portico.web.KnocksAt;
import io.portico.web.PortalController;
import io.portico.web.PortalVisit;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;

/** The page where a contact asks for a link. It answers alike whoever the address belongs to, if anybody. */
@PortalController
class SignInController {
    private final Templates templates;
    private final SignInRequests requests;

    SignInController(Templates templates, SignInRequests requests) {
        this.templates = templates;
        this.requests = requests;
    }

    @GetMapping("/sign-in")
    Answer form(PortalVisit visit, @ModelAttribute SignInForm form) {
        if (visit.contact().isPresent()) {
            return Answer.seeOther(form.target().path());
        }
        return Answer.page(templates.portalSignIn(SignInPage.of(visit, form, FormErrors.none())));
    }

    @PostMapping("/sign-in")
    @KnocksAt(Door.PORTAL_SIGN_IN)
    Answer request(PortalVisit visit, @ModelAttribute SignInForm form) {
        Optional<EmailAddress> address = EmailAddress.parse(form.email());
        if (address.isEmpty()) {
            var errors = new FormErrors().put("email", visit.t("portal.email.wrong"));
            return Answer.invalid(templates.portalSignIn(SignInPage.of(visit, form, errors)));
        }
        requests.request(visit.workspaceId(), address.get(), form.target());
        CodeForm code = CodeForm.sent(address.get(), form.to());
        return Answer.page(templates.portalCode(CodePage.of(visit, code, FormErrors.none())));
    }
}
