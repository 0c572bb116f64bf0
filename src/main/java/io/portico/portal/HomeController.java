package io.portico.portal;

import gg.jte.generated.precompiled.Templates;
import io.portico.apps.AppOpenings;
import io.portico.apps.WebManifest;
import io.portico.web.Answer;
import io.portico.web.Notice;
import io.portico.web.PortalController;
import io.portico.web.PortalVisit;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The portal's home, and the way out. */
@PortalController
class HomeController {
    private final Templates templates;
    private final BrowserSignIn signIn;
    private final AppOpenings openings;

    HomeController(Templates templates, BrowserSignIn signIn, AppOpenings openings) {
        this.templates = templates;
        this.signIn = signIn;
        this.openings = openings;
    }

    @GetMapping("/")
    Answer home(PortalVisit visit, @RequestParam(defaultValue = "") String source) {
        if (source.equals(WebManifest.SOURCE)) {
            openings.opened(visit.workspaceId(), visit.memberId(), visit.actor());
        }
        return Answer.page(templates.portalHome(HomePage.of(visit)));
    }

    /** With what the browser kept, shell and service worker as well: the next page brings them back, for whoever it is. */
    @PostMapping("/sign-out")
    Answer signOut(PortalVisit visit, HttpServletRequest request, HttpServletResponse response) {
        signIn.close(visit, request, response);
        response.setHeader("Clear-Site-Data", "\"cache\", \"storage\"");
        return Answer.seeOther("/sign-in").saying(Notice.done("portal.signed-out"));
    }
}
