package io.portico.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import io.portico.access.LinkPurpose;
import io.portico.access.LinkTarget;
import io.portico.access.MagicLinks;
import io.portico.access.NewLink;
import io.portico.contacts.Contact;
import io.portico.contacts.MembershipState;
import io.portico.contacts.People;
import io.portico.contacts.PeopleFilter;
import io.portico.contacts.PeopleFilter.Group;
import io.portico.contacts.Selection;
import io.portico.kernel.Language;
import io.portico.kernel.Slug;
import io.portico.mail.Mailbox;
import io.portico.mail.MailboxEntry;
import io.portico.outreach.Invitations;
import io.portico.outreach.RunWords;
import io.portico.workspace.Workspace;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/** Takes the pictures in {@code docs/screens}, of the demo at its usual address: {@code ./portico screens}. */
@Tag("screens")
@TestPropertySource(
        properties = {
            "portico.demo=true",
            "portico.data=target/test-data/${portico.fork:1}/screens",
            "portico.port=8080"
        })
class ScreensTests extends BrowserTest {
    private static final Path SCREENS = Path.of("docs", "screens");
    private static final int LARGEST = 250_000;

    @Autowired
    private People people;

    @Autowired
    private MagicLinks links;

    @Autowired
    private Invitations invitations;

    @Autowired
    private Mailbox mailbox;

    private Workspace acme;

    @BeforeEach
    void findTheDemo() {
        acme = workspaces.withSlug(new Slug("acme")).orElseThrow();
    }

    @Test
    void ofTheDashboard() {
        take(console(acme, ""), View.WIDE, "dashboard");
        take(console(acme, ""), View.WIDE.dark(), "dashboard-dark");
        take(console(acme, ""), View.PHONE, "dashboard-phone");
        operators.changeLanguage(ownerOf(acme).id(), Language.KO);
        take(console(acme, ""), View.WIDE.korean(), "dashboard-korean");
        operators.changeLanguage(ownerOf(acme).id(), Language.EN);
    }

    @Test
    void ofTheBrand() {
        take(console(acme, "/settings/brand"), View.WIDE, "brand");
        take(console(acme, "/settings/portal-address"), View.WIDE, "portal-address");
    }

    @Test
    void ofPeople() {
        take(console(acme, "/people"), View.WIDE, "people");
        take(console(acme, "/people/" + somebody(Group.ACTIVE).id()), View.WIDE, "contact");
    }

    @Test
    void ofThePortal() {
        Page page = page(View.PHONE);
        page.navigate(portal(acme, "/sign-in"));
        save(page, "portal-sign-in", false);
        var link = new NewLink(
                somebody(Group.ACTIVE).id(), LinkPurpose.OPERATOR, Optional.empty(), LinkTarget.HOME, Optional.empty());
        page.navigate(links.make(acme.id(), link, by(ownerOf(acme).id())).url().toString());
        page.click("main button[type=submit]");
        page.waitForURL(portal(acme, "/"));
        save(page, "portal-home", false);
    }

    @Test
    void ofAMail() {
        Contact invited = somebody(Group.NONE);
        var words = new RunWords(Optional.of("Your new plans are ready. See you inside!"), Optional.empty());
        invitations.send(
                acme.id(),
                new Selection.These(List.of(invited.id())),
                List.of(),
                words,
                by(ownerOf(acme).id()));
        await().atMost(Duration.ofSeconds(30)).until(() -> mailbox.size(acme.id()) > 0);
        MailboxEntry mail = mailbox.latest(acme.id(), 1, Optional.empty()).getFirst();
        take(console(acme, "/mailbox/" + mail.id()), View.WIDE, "mail");
    }

    private Contact somebody(Group group) {
        var filter = new PeopleFilter("", Optional.of(group), Optional.of("client"));
        return people.next(acme.id(), new Selection.Matching(filter), Optional.empty(), 50).stream()
                .filter(contact -> contact.email().isPresent()
                        && contact.language().equals(Optional.of(Language.EN))
                        && contact.state() != MembershipState.DISABLED)
                .findFirst()
                .orElseThrow();
    }

    /** Lists and timelines show their beginning; dashboard and mail are shown whole. */
    private void take(String address, View view, String name) {
        Page page = pageOf(ownerOf(acme), view);
        page.navigate(address);
        save(page, name, name.startsWith("dashboard") || name.equals("mail"));
    }

    private static void save(Page page, String name, boolean whole) {
        Path picture = SCREENS.resolve(name + ".png");
        page.waitForLoadState(LoadState.NETWORKIDLE);
        page.screenshot(new Page.ScreenshotOptions().setPath(picture).setFullPage(whole));
        assertThat(picture).satisfies(file -> assertThat(Files.size(file)).isLessThan(LARGEST));
    }
}
