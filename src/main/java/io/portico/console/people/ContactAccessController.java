package io.portico.console.people;

import io.portico.access.ContactSessions;
import io.portico.access.MagicLinks;
import io.portico.contacts.Contact;
import io.portico.kernel.LinkId;
import io.portico.kernel.SessionId;
import io.portico.web.Answer;
import io.portico.web.ConsoleController;
import io.portico.web.ConsoleVisit;
import io.portico.web.Needs;
import io.portico.web.NotFound;
import io.portico.web.Notice;
import io.portico.workspace.Permission;
import java.util.Optional;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Ends sessions and revokes links of a contact; one that is over already is over all the same. */
@ConsoleController
class ContactAccessController {
    private final VisitedContacts visited;
    private final ContactSessions sessions;
    private final MagicLinks links;

    ContactAccessController(VisitedContacts visited, ContactSessions sessions, MagicLinks links) {
        this.visited = visited;
        this.sessions = sessions;
        this.links = links;
    }

    @PostMapping("/w/{workspace}/people/{contact}/sessions/{session}/end")
    @Needs(Permission.LET_IN)
    Answer endSession(ConsoleVisit visit, @PathVariable("contact") String id, @PathVariable("session") String session) {
        Contact contact = visited.get(visit, id);
        SessionId ended = SessionId.parse(session).orElseThrow(() -> new NotFound("session"));
        if (!sessions.end(visit.workspaceId(), contact.id(), ended, visit.actor())) {
            throw new NotFound("session");
        }
        return back(visit, contact, Notice.done("people.session-ended", contact.display()));
    }

    @PostMapping("/w/{workspace}/people/{contact}/sessions/end")
    @Needs(Permission.LET_IN)
    Answer endSessions(ConsoleVisit visit, @PathVariable("contact") String id) {
        Contact contact = visited.get(visit, id);
        sessions.endOthers(visit.workspaceId(), contact.id(), Optional.empty(), visit.actor());
        return back(visit, contact, Notice.done("people.sessions-ended", contact.display()));
    }

    @PostMapping("/w/{workspace}/people/{contact}/links/{link}/revoke")
    @Needs(Permission.LET_IN)
    Answer revoke(ConsoleVisit visit, @PathVariable("contact") String id, @PathVariable("link") String link) {
        Contact contact = visited.get(visit, id);
        LinkId revoked = LinkId.parse(link).orElseThrow(() -> new NotFound("link"));
        if (!links.revoke(visit.workspaceId(), contact.id(), revoked, visit.actor())) {
            throw new NotFound("link");
        }
        return back(visit, contact, Notice.done("people.link-revoked", contact.display()));
    }

    @PostMapping("/w/{workspace}/people/{contact}/links/revoke")
    @Needs(Permission.LET_IN)
    Answer revokeAll(ConsoleVisit visit, @PathVariable("contact") String id) {
        Contact contact = visited.get(visit, id);
        links.revokeAll(visit.workspaceId(), contact.id(), visit.actor());
        return back(visit, contact, Notice.done("people.links-revoked", contact.display()));
    }

    private static Answer back(ConsoleVisit visit, Contact contact, Notice notice) {
        return Answer.seeOther(visit.at("/people/" + contact.id())).saying(notice);
    }
}
