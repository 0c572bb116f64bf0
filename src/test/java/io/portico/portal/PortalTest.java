package io.portico.portal;

import io.portico.PorticoTest;
import io.portico.access.Code;
import io.portico.access.ContactSessions;
import io.portico.access.LinkMails;
import io.portico.access.LinkPurpose;
import io.portico.access.LinkState;
import io.portico.access.LinkTarget;
import io.portico.access.MadeLink;
import io.portico.access.MagicLinks;
import io.portico.access.Membership;
import io.portico.access.NewLink;
import io.portico.activity.ActivityEntry;
import io.portico.contacts.Contact;
import io.portico.kernel.EmailAddress;
import io.portico.kernel.Secret;
import io.portico.tenancy.Tenancy;
import io.portico.workspace.Workspace;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Tests that visit the portal of a workspace of their own over HTTP. */
abstract class PortalTest extends PorticoTest {
    @Autowired
    protected MagicLinks links;

    @Autowired
    protected LinkMails mails;

    @Autowired
    protected ContactSessions sessions;

    @Autowired
    protected Membership membership;

    @Autowired
    protected Tenancy tenancy;

    @Autowired
    protected JdbcClient jdbc;

    protected Workspace acme;
    protected Contact kim;

    @BeforeEach
    void aPortalWithAContact() {
        acme = aWorkspace();
        kim = aContact().named("Kim", "Lee").in(acme);
    }

    protected static String hostOf(Workspace workspace) {
        return workspace.slug() + ".localhost";
    }

    protected PortalVisitor aVisitor() {
        return aVisitor(hostOf(acme));
    }

    protected PortalVisitor aVisitor(String host) {
        return new PortalVisitor(installation.port(), host);
    }

    protected PortalVisitor signedIn(Contact contact) {
        PortalVisitor visitor = aVisitor();
        visitor.post(pathOf(aLink(contact)));
        return visitor;
    }

    protected MadeLink aLink(Contact contact) {
        return aLink(contact, "/");
    }

    protected MadeLink aLink(Contact contact, String target) {
        return links.make(
                acme.id(),
                new NewLink(
                        contact.id(),
                        LinkPurpose.OPERATOR,
                        Optional.empty(),
                        LinkTarget.parse(target).orElseThrow(),
                        Optional.empty()),
                PORTICO);
    }

    /** The code of a mail that was just sent to the contact. */
    protected Code aMailedCode(Contact contact) {
        var wanted = new NewLink(contact.id(), LinkPurpose.SELF, Optional.empty(), LinkTarget.HOME, contact.email());
        return links.make(acme.id(), wanted, PORTICO).code().orElseThrow();
    }

    protected static String pathOf(MadeLink link) {
        return link.url().getPath();
    }

    protected LinkState stateOf(MadeLink link) {
        Secret secret = Secret.parse(pathOf(link).substring("/in/".length())).orElseThrow();
        return links.find(acme.id(), secret).orElseThrow().state();
    }

    protected long facts(Contact contact, String kind) {
        return activity.about(acme.id(), contact.id(), 500).stream()
                .map(ActivityEntry::kind)
                .filter(kind::equals)
                .count();
    }

    /** The addresses for which sign-in mails were ordered, oldest first. */
    protected List<String> ordered() {
        return tenancy.in(
                acme.id(),
                () -> jdbc.sql("select coalesce(address, 'nobody') from outbox where kind = 'sign-in' order by id")
                        .query(String.class)
                        .list());
    }

    protected static String address(Contact contact) {
        return contact.email().map(EmailAddress::value).orElseThrow();
    }
}
