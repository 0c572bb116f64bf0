package io.portico.console.people;

import io.portico.access.ContactSessions;
import io.portico.access.ListedLink;
import io.portico.access.MagicLinks;
import io.portico.contacts.Contact;
import io.portico.dashboard.Feed;
import io.portico.kernel.OperatorId;
import io.portico.kernel.WorkspaceId;
import io.portico.web.ConsoleVisit;
import io.portico.workspace.Operators;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Gathers what a contact's page shows. */
@Component
class ContactPages {
    private static final int TIMELINE = 100;

    private final Feed feed;
    private final ContactSessions sessions;
    private final MagicLinks links;
    private final Operators operators;

    ContactPages(Feed feed, ContactSessions sessions, MagicLinks links, Operators operators) {
        this.feed = feed;
        this.sessions = sessions;
        this.links = links;
        this.operators = operators;
    }

    ContactPage of(ConsoleVisit visit, Contact contact) {
        WorkspaceId workspace = visit.workspaceId();
        return ContactPage.of(
                visit,
                contact,
                linesOf(links.live(workspace, contact.id())),
                linesOf(links.recentlyDead(workspace, contact.id())),
                sessions.of(workspace, contact.id()).stream()
                        .map(SessionLine::of)
                        .toList(),
                TimelineLine.of(feed.about(workspace, contact.id(), TIMELINE), visit));
    }

    private List<LinkLine> linesOf(List<ListedLink> listed) {
        Map<OperatorId, String> names = operators.names(listed.stream()
                .map(ListedLink::madeBy)
                .flatMap(Optional::stream)
                .collect(Collectors.toSet()));
        return listed.stream().map(link -> LinkLine.of(link, names)).toList();
    }
}
