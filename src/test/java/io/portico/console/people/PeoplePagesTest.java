package io.portico.console.people;

import static org.assertj.core.api.Assertions.assertThat;

import io.portico.PorticoTest;
import io.portico.access.LinkPurpose;
import io.portico.access.LinkTarget;
import io.portico.access.MagicLinks;
import io.portico.access.NewLink;
import io.portico.access.OperatorSessions;
import io.portico.contacts.Contact;
import io.portico.contacts.People;
import io.portico.contacts.PeopleFilter;
import io.portico.contacts.PeopleOrder;
import io.portico.workspace.Workspace;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;

/** What tests of the pages about people share: an owner signed in to a workspace of their own. */
abstract class PeoplePagesTest extends PorticoTest {
    @Autowired
    OperatorSessions sessions;

    @Autowired
    People people;

    @Autowired
    MagicLinks links;

    Workspace acme;
    ConsoleClient owner;

    @BeforeEach
    void signIn() {
        acme = aWorkspace();
        owner = new ConsoleClient(
                installation.consoleUrl(), sessions, ownerOf(acme).id());
    }

    static NewLink aLinkFor(Contact contact) {
        return new NewLink(contact.id(), LinkPurpose.OPERATOR, Optional.empty(), LinkTarget.HOME, Optional.empty());
    }

    Contact only() {
        var all = people.list(acme.id(), PeopleFilter.ALL, PeopleOrder.BY_NAME, "")
                .people();
        assertThat(all).hasSize(1);
        return all.getFirst();
    }

    String at(String below) {
        return "/w/" + acme.slug() + "/people" + below;
    }
}
