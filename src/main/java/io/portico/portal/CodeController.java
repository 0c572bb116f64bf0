package io.portico.portal;

import gg.jte.generated.precompiled.Templates;
import io.portico.access.Code;
import io.portico.access.CodeResult;
import io.portico.access.Redemption;
import io.portico.kernel.EmailAddress;
import io.portico.limits.Door;
import io.portico.web.Answer;
import io.portico.web.FormErrors;
import io.portico.web.KnocksAt;
import io.portico.web.PortalController;
import io.portico.web.PortalVisit;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;

/** Lets a contact in by a code, for when the link would open elsewhere: another browser, or the installed app. */
@PortalController
class CodeController {
    private final Templates templates;
    private final Redemption redemption;
    private final BrowserSignIn signIn;

    CodeController(Templates templates, Redemption redemption, BrowserSignIn signIn) {
        this.templates = templates;
        this.redemption = redemption;
        this.signIn = signIn;
    }

    @GetMapping("/sign-in/code")
    Answer form(PortalVisit visit, @ModelAttribute CodeForm form) {
        var blank = new CodeForm("", "", form.to(), "");
        return Answer.page(templates.portalCode(CodePage.of(visit, blank, FormErrors.none())));
    }

    @PostMapping("/sign-in/code")
    @KnocksAt(Door.CODE)
    Answer redeem(
            PortalVisit visit,
            @ModelAttribute CodeForm form,
            HttpServletRequest request,
            HttpServletResponse response) {
        Optional<EmailAddress> address = form.address();
        Optional<Code> code = form.digits();
        if (address.isEmpty()) {
            return refused(visit, form, new FormErrors().put("email", visit.t("portal.email.wrong")));
        }
        if (code.isEmpty()) {
            return wrong(visit, form);
        }
        return switch (redemption.byCode(visit.workspaceId(), address.get(), code.get(), visit.device())) {
            case CodeResult.SignedIn(var session, var target) ->
                signIn.open(session, form.to().isEmpty() ? target : form.target(), visit, request, response);
            case CodeResult.Wrong() -> wrong(visit, form);
        };
    }

    private Answer wrong(PortalVisit visit, CodeForm form) {
        return refused(visit, form, new FormErrors().put("code", visit.t("portal.code.wrong")));
    }

    private Answer refused(PortalVisit visit, CodeForm form, FormErrors errors) {
        return Answer.invalid(templates.portalCode(CodePage.of(visit, form, errors)));
    }
}
