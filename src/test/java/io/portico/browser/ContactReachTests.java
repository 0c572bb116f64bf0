package io.portico.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import io.portico.contacts.Contact;
import io.portico.contacts.Selection;
import io.portico.kernel.Language;
import io.portico.mail.SuppressionReason;
import io.portico.mail.Suppressions;
import io.portico.outreach.Invitations;
import io.portico.outreach.RunWords;
import io.portico.workspace.Operator;
import io.portico.workspace.Workspace;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A contact's page when no mail reaches them: told in every view, and undone with a reason. */
class ContactReachTests extends BrowserTest {
    @Autowired
    private Suppressions suppressions;

    @Autowired
    private Invitations invitations;

    @Test
    void tellsInEveryViewThatNoMailGoesThere() {
        Workspace workspace = aWorkspace();
        Operator owner = ownerOf(workspace);
        Contact kim = aContactWhoseMailCameBack(workspace);
        for (View view : View.crossed()) {
            operators.changeLanguage(owner.id(), view.locale().startsWith("ko") ? Language.KO : Language.EN);
            Page page = pageOf(owner, view);
            page.navigate(console(workspace, "/people/" + kim.id()));
            assertThat(page.locator("#suppression-title")).isVisible();
            assertThat(page.locator("#invitation-title")).isVisible();
            assertAccessible(page);
            screenshot(page, "contact-reach-" + view);
        }
    }

    @Test
    void letsMailGoThereAgainForAReason() {
        Workspace workspace = aWorkspace();
        Contact kim = aContactWhoseMailCameBack(workspace);
        Page page = pageOf(ownerOf(workspace), View.WIDE);
        page.navigate(console(workspace, "/people/" + kim.id()));

        page.fill("#reason", "Her mailbox has room again");
        page.locator("form[action$='/suppression/lift'] button").click();

        assertThat(page.locator("#suppression-title")).hasCount(0);
        assertThat(page.locator(".notice")).containsText("Mail goes to");
        assertThat(page.locator(".timeline")).containsText("Her mailbox has room again");
    }

    private Contact aContactWhoseMailCameBack(Workspace workspace) {
        Contact kim = aContact().named("Minji", "Kim").tagged("client").in(workspace);
        invitations.send(
                workspace.id(),
                Selection.of(kim.id()),
                List.of(),
                RunWords.NONE,
                by(ownerOf(workspace).id()));
        suppressions.add(
                workspace.id(),
                kim.email().orElseThrow(),
                SuppressionReason.BOUNCED,
                "550 5.1.1 <" + kim.email().orElseThrow().value() + ">: Recipient address rejected: User unknown",
                PORTICO);
        return kim;
    }
}
