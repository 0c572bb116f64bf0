package io.portico.console.people;

import io.portico.access.ContactSessions;
import io.portico.access.ListedLink;
import io.portico.access.MagicLinks;
import io.portico.activity.Maker;
import io.portico.console.access.MakerNames;
import io.portico.console.dashboard.FeedLine;
import io.portico.contacts.Contact;
import io.portico.dashboard.Feed;
import io.portico.kernel.WorkspaceId;
import io.portico.web.ConsoleVisit;
import io.portico.web.FormErrors;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Gathers what a contact's page shows. */
@Component
class ContactPages {
    private static final int TIMELINE = 100;

    private final Feed feed;
    private final ContactSessions sessions;
    private final MagicLinks links;
    private final MakerNames makers;
    private final ContactReach reach;

    ContactPages(Feed feed, ContactSessions sessions, MagicLinks links, MakerNames makers, ContactReach reach) {
        this.feed = feed;
        this.sessions = sessions;
        this.links = links;
        this.makers = makers;
        this.reach = reach;
    }

    ContactPage of(ConsoleVisit visit, Contact contact) {
        return of(visit, contact, "", FormErrors.none());
    }

    /** Again, with the reason that was typed for letting mail go to the contact and what is wrong with it. */
    ContactPage of(ConsoleVisit visit, Contact contact, String reason, FormErrors errors) {
        WorkspaceId workspace = visit.workspaceId();
        return new ContactPage(
                visit,
                contact,
                reach.invitation(visit, contact),
                reach.suppressed(visit, contact, reason, errors),
                linesOf(visit, links.live(workspace, contact.id())),
                linesOf(visit, links.recentlyDead(workspace, contact.id())),
                sessions.of(workspace, contact.id()).stream()
                        .map(SessionLine::of)
                        .toList(),
                reach.automations(visit, contact),
                reach.mails(visit, contact),
                feed.about(workspace, contact.id(), TIMELINE).stream()
                        .map(entry -> FeedLine.of(entry, visit))
                        .toList());
    }

    private List<LinkLine> linesOf(ConsoleVisit visit, List<ListedLink> listed) {
        Map<Maker, String> names =
                makers.of(visit, listed.stream().map(ListedLink::madeBy).toList());
        return listed.stream().map(link -> LinkLine.of(link, names)).toList();
    }
}
