package io.portico.portal;

import gg.jte.generated.precompiled.Templates;
import io.portico.access.ContactSession;
import io.portico.access.ContactSessions;
import io.portico.kernel.SessionId;
import io.portico.web.Answer;
import io.portico.web.NotFound;
import io.portico.web.Notice;
import io.portico.web.PortalController;
import io.portico.web.PortalVisit;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Shows contacts where they are signed in, and signs them out elsewhere. */
@PortalController
class SessionsController {
    private final Templates templates;
    private final ContactSessions sessions;

    SessionsController(Templates templates, ContactSessions sessions) {
        this.templates = templates;
        this.sessions = sessions;
    }

    @GetMapping("/sessions")
    Answer list(PortalVisit visit) {
        return Answer.page(templates.portalSessions(SessionsPage.of(visit, own(visit))));
    }

    @PostMapping("/sessions/{session}/end")
    Answer end(PortalVisit visit, @PathVariable String session) {
        SessionId id = own(visit).stream()
                .map(ContactSession::id)
                .filter(each -> each.toString().equals(session))
                .findFirst()
                .orElseThrow(() -> new NotFound("session"));
        sessions.end(visit.workspaceId(), visit.memberId(), id, visit.actor());
        return Answer.seeOther("/sessions").saying(Notice.done("portal.sessions.ended"));
    }

    @PostMapping("/sessions/end-others")
    Answer endOthers(PortalVisit visit) {
        sessions.endOthers(
                visit.workspaceId(), visit.memberId(), visit.session().map(ContactSession::id), visit.actor());
        return Answer.seeOther("/sessions").saying(Notice.done("portal.sessions.others-ended"));
    }

    private List<ContactSession> own(PortalVisit visit) {
        return sessions.of(visit.workspaceId(), visit.memberId());
    }
}
