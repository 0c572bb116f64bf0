package io.portico.portal;

import gg.jte.generated.precompiled.Templates;
import io.portico.web.Answer;
import io.portico.web.Notice;
import io.portico.web.PortalController;
import io.portico.web.PortalVisit;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** The portal's home, and the way out. */
@PortalController
class HomeController {
    private final Templates templates;
    private final BrowserSignIn signIn;

    HomeController(Templates templates, BrowserSignIn signIn) {
        this.templates = templates;
        this.signIn = signIn;
    }

    @GetMapping("/")
    Answer home(PortalVisit visit) {
        return Answer.page(templates.portalHome(HomePage.of(visit)));
    }

    @PostMapping("/sign-out")
    Answer signOut(PortalVisit visit, HttpServletRequest request, HttpServletResponse response) {
        signIn.close(visit, request, response);
        response.setHeader("Clear-Site-Data", "\"cache\"");
        return Answer.seeOther("/sign-in").saying(Notice.done("portal.signed-out"));
    }
}
