package io.portico.console.access;

import io.portico.access.AccessPolicies;
import io.portico.access.AccessPolicy;
import io.portico.access.LinkMailing;
import io.portico.access.ListedLink;
import io.portico.access.MadeLink;
import io.portico.access.MagicLinks;
import io.portico.activity.Maker;
import io.portico.contacts.Contact;
import io.portico.contacts.People;
import io.portico.contacts.PeopleFilter;
import io.portico.contacts.PeopleOrder;
import io.portico.web.ConsoleVisit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Gathers what the magic link page shows at each of its steps. */
@Component
class MagicLinkPages {
    private static final int FOUND = 8;

    private final People people;
    private final MagicLinks links;
    private final AccessPolicies policies;
    private final MakerNames makers;

    MagicLinkPages(People people, MagicLinks links, AccessPolicies policies, MakerNames makers) {
        this.people = people;
        this.links = links;
        this.policies = policies;
        this.makers = makers;
    }

    AccessPolicy policy(ConsoleVisit visit) {
        return policies.of(visit.workspaceId());
    }

    MagicLinkPage search(ConsoleVisit visit, String query) {
        List<Contact> found = query.isBlank() ? List.of() : find(visit, query);
        return new MagicLinkPage(
                visit,
                query,
                found,
                Optional.empty(),
                MagicLinkForm.BLANK,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                AccessPolicy.USUAL);
    }

    private List<Contact> find(ConsoleVisit visit, String query) {
        var filter = new PeopleFilter(query, Optional.empty(), Optional.empty());
        return people.list(visit.workspaceId(), filter, PeopleOrder.BY_NAME, "").people().stream()
                .limit(FOUND)
                .toList();
    }

    MagicLinkPage forContact(ConsoleVisit visit, Contact contact) {
        return new MagicLinkPage(
                visit,
                "",
                List.of(),
                Optional.of(contact),
                MagicLinkForm.BLANK,
                Optional.empty(),
                Optional.empty(),
                rows(visit, contact),
                policy(visit));
    }

    MagicLinkPage made(
            ConsoleVisit visit, Contact contact, MagicLinkForm form, MadeLink made, Optional<LinkMailing> mailing) {
        return new MagicLinkPage(
                visit,
                "",
                List.of(),
                Optional.of(contact),
                form,
                Optional.of(made),
                mailing,
                rows(visit, contact),
                policy(visit));
    }

    List<MagicLinkPage.LinkRow> rows(ConsoleVisit visit, Contact contact) {
        List<ListedLink> live = links.live(visit.workspaceId(), contact.id());
        Map<Maker, String> names =
                makers.of(visit, live.stream().map(ListedLink::madeBy).toList());
        return live.stream()
                .map(link -> new MagicLinkPage.LinkRow(link, names.getOrDefault(link.madeBy(), "")))
                .toList();
    }
}
