package io.portico.api.access;

import io.portico.access.ContactSession;
import io.portico.access.ContactSessions;
import io.portico.access.keys.ApiScope;
import io.portico.api.ApiAnswer;
import io.portico.api.ApiController;
import io.portico.api.ApiPage;
import io.portico.api.ApiProblem;
import io.portico.api.ApiVisit;
import io.portico.api.NeedsScope;
import io.portico.contacts.Contacts;
import io.portico.kernel.ContactId;
import io.portico.kernel.SessionId;
import java.util.Optional;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Lists and ends the sessions of contacts in the portal. */
@ApiController
class SessionsController {
    private final ContactSessions sessions;
    private final Contacts contacts;

    SessionsController(ContactSessions sessions, Contacts contacts) {
        this.sessions = sessions;
        this.contacts = contacts;
    }

    @GetMapping("/api/v1/sessions")
    @NeedsScope(ApiScope.SESSIONS_READ)
    ApiAnswer list(ApiVisit visit) {
        ContactId contact = OfContact.in(visit.query());
        if (contacts.find(visit.workspaceId(), contact).isEmpty()) {
            throw ApiProblem.notFound();
        }
        return ApiAnswer.ok(
                new ApiPage<>(sessions.of(visit.workspaceId(), contact), Optional.empty()).map(SessionShown::of));
    }

    /** Dead at once on every node. */
    @DeleteMapping("/api/v1/sessions/{session}")
    @NeedsScope(ApiScope.SESSIONS_WRITE)
    ApiAnswer end(ApiVisit visit, @PathVariable String session) {
        SessionId id = ApiVisit.id(session, SessionId::parse);
        ContactSession live = sessions.get(visit.workspaceId(), id).orElseThrow(ApiProblem::notFound);
        visit.takesNothing();
        sessions.end(visit.workspaceId(), live.contact(), id, visit.actor());
        return ApiAnswer.done();
    }
}
