package io.portico.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.portico.access.LinkMails;
import io.portico.access.LinkTarget;
import io.portico.access.MagicLinkMail;
import io.portico.contacts.Contact;
import io.portico.kernel.Language;
import io.portico.mail.Mailbox;
import io.portico.mail.MailboxEntry;
import io.portico.workspace.Workspace;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The mailbox, and the mails in it, as people see them. */
class MailboxTests extends BrowserTest {
    private static final View NARROW = new View(320, 720, ColorScheme.LIGHT, "en-US");

    @Autowired
    private MagicLinkMail mails;

    @Autowired
    private Mailbox mailbox;

    @Test
    void leadsFromTheListOverTheMailIntoThePortal() {
        Workspace workspace = aWorkspace();
        MailboxEntry mail = aMailTo(aContact().named("Minji", "Kim").in(workspace), workspace);
        Page page = pageOf(ownerOf(workspace), View.WIDE);
        page.navigate(console(workspace, "/mailbox"));
        assertAccessible(page);
        screenshot(page, "mailbox-list");

        page.getByText(mail.subject()).click();

        var button = page.frameLocator(".mail-frame").getByText("Open the portal");
        assertThat(button).isVisible();
        screenshot(page, "mailbox-mail");
        Page portal = page.waitForPopup(button::click);
        portal.waitForURL(Pattern.compile(".*/in/.*"));
    }

    @Test
    void isAccessibleInEveryView() {
        Workspace workspace = aWorkspace();
        MailboxEntry mail = aMailTo(aContact().in(workspace), workspace);
        Page page = pageOf(ownerOf(workspace), View.PHONE.dark());
        for (String below : List.of("", "/empty", "/" + mail.id() + "?view=text", "/" + mail.id() + "?view=headers")) {
            page.navigate(console(workspace, "/mailbox" + below));
            assertAccessible(page);
            assertFits(page);
        }
        screenshot(page, "mailbox-headers-phone");
    }

    @Test
    void letsAMailBeReadOnANarrowPhoneInBothSchemesAndLanguages() {
        Workspace workspace = aWorkspace();
        for (Language language : Language.values()) {
            MailboxEntry mail =
                    aMailTo(aContact().named("민지", "김").speaking(language).in(workspace), workspace);
            String html = mailbox.find(workspace.id(), mail.id()).orElseThrow().html();
            for (View view : List.of(NARROW, NARROW.dark(), View.WIDE)) {
                Page page = page(view);
                page.setContent(html);
                assertAccessible(page);
                assertFits(page);
                screenshot(page, "mail-" + language.tag() + "-" + view);
            }
        }
    }

    private static void assertFits(Page page) {
        assertThat(page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                .as("fits its width: " + page.url())
                .isEqualTo(true);
    }

    private MailboxEntry aMailTo(Contact contact, Workspace workspace) {
        mails.send(
                workspace.id(),
                contact.id(),
                contact.email().orElseThrow(),
                Duration.ofHours(1),
                LinkTarget.HOME,
                LinkMails.Sender.of(ownerOf(workspace)));
        String address = contact.email().orElseThrow().value();
        return await().atMost(Duration.ofSeconds(20))
                .until(
                        () -> mailbox.latest(workspace.id(), 10, Optional.empty()).stream()
                                .filter(mail -> mail.recipient().equals(address))
                                .toList(),
                        found -> !found.isEmpty())
                .getFirst();
    }
}
