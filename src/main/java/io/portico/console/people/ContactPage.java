package io.portico.console.people;

import io.portico.console.automations.PassageCard;
import io.portico.console.dashboard.FeedLine;
import io.portico.contacts.Contact;
import io.portico.mail.MailLogEntry;
import io.portico.web.ConsoleVisit;
import io.portico.web.PageModel;
import io.portico.workspace.Permission;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A contact's page: who they are, how they stand, what lets them in right now, what automations do for them, what happened. */
public record ContactPage(
        ConsoleVisit visit,
        Contact contact,
        Optional<InvitationCard> invitation,
        Optional<SuppressedAddress> suppressed,
        List<LinkLine> links,
        List<LinkLine> deadLinks,
        List<SessionLine> sessions,
        List<PassageCard> automations,
        List<MailLogEntry> mails,
        List<FeedLine> timeline)
        implements PageModel {
    public ContactPage {
        links = List.copyOf(links);
        deadLinks = List.copyOf(deadLinks);
        sessions = List.copyOf(sessions);
        automations = List.copyOf(automations);
        mails = List.copyOf(mails);
        timeline = List.copyOf(timeline);
    }

    @Override
    public ConsoleVisit frame() {
        return visit;
    }

    public boolean isDisabled() {
        return contact.standing().isDisabled();
    }

    public boolean mayEdit() {
        return visit.may(Permission.EDIT_PEOPLE);
    }

    public boolean mayRemove() {
        return visit.may(Permission.REMOVE_PEOPLE);
    }

    /** A disabled contact is let in by nothing, so nothing is offered. */
    public boolean mayLetIn() {
        return visit.may(Permission.LET_IN) && !isDisabled();
    }

    public boolean mayEndAccess() {
        return visit.may(Permission.LET_IN);
    }

    /** Where all mails to the contact's address are; empty for whoever may not read the mail log. */
    public Optional<String> mailLogPath() {
        return contact.email()
                .filter(address -> !mails.isEmpty() && visit.may(Permission.READ_ACTIVITY))
                .map(address -> visit.at("/mails?q=" + URLEncoder.encode(address.value(), StandardCharsets.UTF_8)));
    }

    /** A path below this contact's own. */
    public String at(String below) {
        return visit.at("/people/" + contact.id() + below);
    }

    public String magicLinkPath() {
        return visit.at("/magic-link?contact=" + contact.id());
    }

    public String invitePath() {
        return visit.at("/invite?id=" + contact.id());
    }

    public String loginEmailPath() {
        return visit.at("/login-emails?id=" + contact.id());
    }

    public String taggedPath(String tag) {
        return visit.at("/people") + new PeopleParams(null, null, tag, null, null, null, null).query();
    }

    /** Who made a link, and when. */
    public String made(LinkLine link) {
        String when = visit.texts().near(link.createdAt());
        return link.madeBy().isEmpty()
                ? visit.t("people.links.made", when)
                : visit.t("people.links.made-by", link.madeBy(), when);
    }

    public String viewed(LinkLine.Visit viewed) {
        return visit.t("people.links.viewed", visit.texts().near(viewed.at()), from(viewed));
    }

    /** Device and address somebody came with. */
    public String from(LinkLine.Visit visitor) {
        String device = visitor.device().isEmpty() ? visit.t("people.sessions.unknown") : visitor.device();
        return visitor.ip().isEmpty() ? device : device + " · " + visitor.ip();
    }

    /** The custom fields by name. */
    public Map<String, String> custom() {
        return new TreeMap<>(contact.custom());
    }
}
