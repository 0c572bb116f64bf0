package io.portico.portal;

import io.portico.access.LinkFound;
import io.portico.access.MagicLinks;
import io.portico.web.Answer;
import io.portico.web.PortalController;
import io.portico.web.PortalVisit;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** The button on a dead link's page: a new mail to the address on file. */
@PortalController
class RenewController {
    private final MagicLinks links;
    private final DeadLinkAnswers dead;

    RenewController(MagicLinks links, DeadLinkAnswers dead) {
        this.links = links;
        this.dead = dead;
    }

    @PostMapping("/in/{token}/renew")
    Answer renew(PortalVisit visit, @PathVariable("token") String text) {
        LinkToken token = LinkToken.of(text);
        Optional<LinkFound> link = token.secret().flatMap(secret -> links.find(visit.workspaceId(), secret));
        return dead.renew(visit, token, link);
    }

    /** Who reloads or changes the language comes back to the link's page. */
    @GetMapping("/in/{token}/renew")
    Answer back(@PathVariable("token") String text) {
        return Answer.seeOther(LinkToken.of(text).path());
    }
}
