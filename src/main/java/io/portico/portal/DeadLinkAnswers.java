package io.portico.portal;

import gg.jte.generated.precompiled.Templates;
import io.portico.access.DeadLinks;
import io.portico.access.LinkFound;
import io.portico.limits.Door;
import io.portico.limits.Knock;
import io.portico.limits.Limits;
import io.portico.web.Answer;
import io.portico.web.PortalVisit;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Answers with the page of a dead link: 410 for used, expired, revoked and never known alike. */
@Component
class DeadLinkAnswers {
    private final Templates templates;
    private final DeadLinks dead;
    private final Limits limits;

    DeadLinkAnswers(Templates templates, DeadLinks dead, Limits limits) {
        this.templates = templates;
        this.dead = dead;
        this.limits = limits;
    }

    /** A token that was never ours is counted as one that is somebody's: by itself. */
    void count(Door door, PortalVisit visit, LinkToken token, Optional<LinkFound> link) {
        String about = link.map(found -> found.contact().id().toString()).orElseGet(token::text);
        limits.admit(Knock.at(door, visit.device().ip()).in(visit.workspaceId()).about(about));
    }

    Answer cutOff(PortalVisit visit) {
        return page(visit, new DeadLinkPage.ByAddress());
    }

    Answer page(PortalVisit visit, LinkToken token, Optional<LinkFound> link) {
        return page(visit, wayOn(visit, token, link));
    }

    /** Orders a new link where the page offered one. */
    Answer renew(PortalVisit visit, LinkToken token, Optional<LinkFound> link) {
        count(Door.RENEWAL, visit, token, link);
        return switch (wayOn(visit, token, link)) {
            case DeadLinkPage.ByMail(var action, var mailbox) -> {
                dead.renew(visit.workspaceId(), link);
                yield Answer.page(templates.portalRenewed(new RenewedPage(visit, mailbox)));
            }
            case DeadLinkPage.ByAddress way -> page(visit, way);
            case DeadLinkPage.ByAsking way -> page(visit, way);
        };
    }

    private DeadLinkPage.Way wayOn(PortalVisit visit, LinkToken token, Optional<LinkFound> link) {
        if (token.secret().isEmpty()) {
            return new DeadLinkPage.ByAddress();
        }
        return dead.mailbox(visit.workspaceId(), token.text(), link)
                .<DeadLinkPage.Way>map(mailbox -> new DeadLinkPage.ByMail(token.path() + "/renew", mailbox))
                .orElseGet(DeadLinkPage.ByAsking::new);
    }

    private Answer page(PortalVisit visit, DeadLinkPage.Way way) {
        return Answer.page(HttpStatus.GONE, templates.portalDeadLink(new DeadLinkPage(visit, way)));
    }
}
