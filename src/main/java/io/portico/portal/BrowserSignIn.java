package io.portico.portal;

import io.portico.access.ContactSessions;
import io.portico.access.LinkTarget;
import io.portico.kernel.Secret;
import io.portico.web.Answer;
import io.portico.web.PortalVisit;
import io.portico.web.SessionCookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Component;

/** Hands a session to the browser at hand and takes it back; a session it had before ends when it gets another. */
@Component
class BrowserSignIn {
    private final SessionCookie cookie;
    private final ContactSessions sessions;

    BrowserSignIn(SessionCookie cookie, ContactSessions sessions) {
        this.cookie = cookie;
        this.sessions = sessions;
    }

    Answer open(
            Secret session,
            LinkTarget target,
            PortalVisit visit,
            HttpServletRequest request,
            HttpServletResponse response) {
        endOwn(visit);
        cookie.set(session, request, response);
        return Answer.seeOther(target.path());
    }

    void close(PortalVisit visit, HttpServletRequest request, HttpServletResponse response) {
        endOwn(visit);
        cookie.clear(request, response);
    }

    private void endOwn(PortalVisit visit) {
        visit.session().ifPresent(own -> sessions.end(visit.workspaceId(), own.contact(), own.id(), visit.actor()));
    }
}
