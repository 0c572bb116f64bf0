package io.portico.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import io.portico.PorticoTest;
import io.portico.access.ContactJoined;
import io.portico.access.ContactSignedIn;
import io.portico.access.Device;
import io.portico.access.LinkPurpose;
import io.portico.access.LinkTarget;
import io.portico.access.MadeLink;
import io.portico.access.MagicLinkRedeemed;
import io.portico.access.MagicLinks;
import io.portico.access.Membership;
import io.portico.access.NewLink;
import io.portico.access.Redemption;
import io.portico.activity.Actor;
import io.portico.activity.PastFact;
import io.portico.contacts.Contact;
import io.portico.contacts.Standing;
import io.portico.kernel.LinkId;
import io.portico.kernel.Secret;
import io.portico.kernel.SessionId;
import io.portico.workspace.Workspace;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class FeedTests extends PorticoTest {
    @Autowired
    private Feed feed;

    @Autowired
    private MagicLinks links;

    @Autowired
    private Redemption redemption;

    @Autowired
    private Membership membership;

    private Workspace acme;

    @BeforeEach
    void openWorkspace() {
        acme = aWorkspace();
    }

    @Test
    void tellsWhatHappenedInOneActInOneLine() {
        Contact minji = aContact().in(acme);
        signIn(minji);
        signIn(minji);
        membership.disable(acme.id(), minji.id(), PORTICO);

        List<String> told = List.of(
                "contact.disabled",
                "contact.signed_in",
                "magic_link.created",
                "contact.joined",
                "magic_link.created",
                "contact.created");
        assertThat(kinds(feed.about(acme.id(), minji.id(), 50))).isEqualTo(told);
        assertThat(kinds(feed.latest(acme.id(), 6))).isEqualTo(told);
        assertThat(kinds(feed.page(acme.id(), FeedQuery.ALL, Long.MAX_VALUE, 50)))
                .contains("magic_link.redeemed", "contact.signed_in", "contact.joined", "session.ended");
    }

    @Test
    void tellsTheActsOfTwoPeopleApart() {
        signIn(aContact().in(acme));
        signIn(aContact().in(acme));

        assertThat(kinds(feed.latest(acme.id(), 50)))
                .filteredOn("contact.joined"::equals)
                .hasSize(2);
    }

    @Test
    void keepsActsApartThatWereLoadedTogether() {
        Contact minji = aContact().in(acme);
        Instant monday = Instant.parse("2026-01-05T09:00:00Z");
        List<PastFact> history = new ArrayList<>();
        for (Instant at : List.of(monday, monday.plusSeconds(3600))) {
            var actor = new Actor.Contact(minji.id(), "203.0.113.7");
            var clock = Clock.systemUTC();
            var link = LinkId.next(clock);
            history.add(new PastFact(at, actor, new MagicLinkRedeemed(minji.id(), link, "link")));
            history.add(new PastFact(at, actor, new ContactJoined(minji.id(), link)));
            history.add(new PastFact(
                    at, actor, new ContactSignedIn(minji.id(), SessionId.next(clock), Standing.NONE, Standing.NONE)));
        }
        activity.recordPast(acme.id(), history);

        assertThat(kinds(feed.about(acme.id(), minji.id(), 50)))
                .containsExactly("contact.joined", "contact.joined", "contact.created");
    }

    private void signIn(Contact contact) {
        var wanted =
                new NewLink(contact.id(), LinkPurpose.OPERATOR, Optional.empty(), LinkTarget.HOME, Optional.empty());
        MadeLink link = links.make(acme.id(), wanted, PORTICO);
        Secret secret =
                Secret.parse(link.url().getPath().substring("/in/".length())).orElseThrow();
        redemption.byLink(acme.id(), secret, new Device("203.0.113.7", "Phone"));
    }

    private static List<String> kinds(List<FeedEntry> entries) {
        return entries.stream().map(FeedEntry::kind).toList();
    }
}
