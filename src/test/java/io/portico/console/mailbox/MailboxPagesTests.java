package io.portico.console.mailbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.portico.Visitor;
import io.portico.access.LinkMails;
import io.portico.access.LinkTarget;
import io.portico.access.MagicLinkMail;
import io.portico.console.ConsoleTest;
import io.portico.contacts.Contact;
import io.portico.mail.Mailbox;
import io.portico.mail.MailboxEntry;
import io.portico.workspace.Role;
import io.portico.workspace.Workspace;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class MailboxPagesTests extends ConsoleTest {
    @Autowired
    private MagicLinkMail mails;

    @Autowired
    private Mailbox mailbox;

    private Workspace workspace;
    private Visitor owner;

    @BeforeEach
    void signIn() {
        workspace = aWorkspace();
        owner = signedIn(workspace, Role.OWNER);
    }

    @Test
    void saysThatNothingIsSentAndListsWhatWouldHaveBeen() {
        MailboxEntry mail =
                aMailTo(aContact().named("Minji", "Kim").at("minji@example.com").in(workspace));

        var page = owner.get(at("/mailbox"));

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body())
                .contains("These mails were not sent: no mail server is set.", "PORTICO_SMTP_URL")
                .contains("minji@example.com", mail.subject(), "/mailbox/" + mail.id());
    }

    @Test
    void tellsAnOwnerOfAnEmptyMailboxWhatWillLieThere() {
        assertThat(owner.get(at("/mailbox")).body()).contains("No mails yet");
    }

    @Test
    void showsAMailAsSeenAsTextAndWithItsHeaders() {
        MailboxEntry mail = aMailTo(aContact().named("민지", "김").in(workspace));
        String path = at("/mailbox/" + mail.id());

        assertThat(owner.get(path).body())
                .contains("<iframe", path + "/html", "sandbox=\"allow-popups allow-popups-to-escape-sandbox\"");
        assertThat(owner.get(path + "?view=text").body()).contains("Hello 민지,", "Open the portal:");
        assertThat(owner.get(path + "?view=headers").body())
                .contains("Message-ID", "Auto-Submitted", "auto-generated", "multipart/alternative");
    }

    @Test
    void framesAMailInADocumentThatCanDoNothingToTheConsole() {
        MailboxEntry mail =
                aMailTo(aContact().named("<script>alert(1)</script>", "Kim").in(workspace));

        var page = owner.get(at("/mailbox/" + mail.id() + "/html"));

        assertThat(page.body()).contains("&lt;script&gt;alert(1)").doesNotContain("<script");
        assertThat(page.answer().headers().allValues("Content-Security-Policy"))
                .singleElement()
                .asString()
                .startsWith("sandbox allow-popups allow-popups-to-escape-sandbox;")
                .contains("default-src 'none'", "style-src 'unsafe-inline'", "frame-ancestors 'self'")
                .doesNotContain("script-src", "allow-scripts", "allow-same-origin");
        assertThat(page.answer().headers().allValues("X-Frame-Options")).containsExactly("SAMEORIGIN");
        assertThat(page.header("Cache-Control")).contains("no-store");
        assertThat(page.header("X-Content-Type-Options")).isEqualTo("nosniff");
    }

    @Test
    void keepsTheConsoleItselfOutOfFrames() {
        var page = owner.get(at("/mailbox"));

        assertThat(page.header("X-Frame-Options")).isEqualTo("DENY");
        assertThat(page.header("Content-Security-Policy")).contains("frame-ancestors 'none'");
    }

    @Test
    void isForOwnersAlone() {
        MailboxEntry mail = aMailTo(aContact().in(workspace));
        Visitor admin = signedIn(workspace, Role.ADMIN);

        assertThat(admin.get(at("/mailbox")).status()).isEqualTo(403);
        assertThat(admin.get(at("/mailbox/" + mail.id())).status()).isEqualTo(403);
        assertThat(admin.get(at("/mailbox/" + mail.id() + "/html")).status()).isEqualTo(403);
        assertThat(admin.post(at("/mailbox/empty")).status()).isEqualTo(403);
        assertThat(mailbox.size(workspace.id())).isOne();
    }

    @Test
    void showsNoMailOfAnotherWorkspace() {
        Workspace other = aWorkspace();
        MailboxEntry mail = aMailTo(aContact().in(other), other);

        assertThat(owner.get(at("/mailbox/" + mail.id())).status()).isEqualTo(404);
        assertThat(owner.get(at("/mailbox/" + mail.id() + "/html")).status()).isEqualTo(404);
        assertThat(owner.get(at("/mailbox/nothing")).status()).isEqualTo(404);
    }

    @Test
    void deletesAllMailsOnceAskedAgain() {
        aMailTo(aContact().in(workspace));
        assertThat(owner.get(at("/mailbox/empty")).body()).contains("1 mail will be deleted. This cannot be undone.");

        var answer = owner.post(at("/mailbox/empty"));

        assertThat(answer.location()).isEqualTo(at("/mailbox"));
        assertThat(owner.get(at("/mailbox")).body()).contains("Deleted the mails in the mailbox (1).");
        assertThat(mailbox.size(workspace.id())).isZero();
        assertThat(facts(workspace.id())).startsWith("mailbox.emptied");
    }

    @Test
    void goesOnWhereAPageEnds() {
        for (int i = 0; i < 51; i++) {
            order(aContact().in(workspace), workspace);
        }
        await().atMost(Duration.ofSeconds(20)).until(() -> mailbox.size(workspace.id()) == 51);
        MailboxEntry oldest =
                mailbox.latest(workspace.id(), 60, Optional.empty()).getLast();

        String first = owner.get(at("/mailbox")).body();
        String last = mailbox.latest(workspace.id(), 50, Optional.empty())
                .getLast()
                .id()
                .toString();

        assertThat(first).contains("?before=" + last).doesNotContain(oldest.id().toString());
        assertThat(owner.get(at("/mailbox?before=" + last)).body())
                .contains(oldest.id().toString());
    }

    private MailboxEntry aMailTo(Contact contact) {
        return aMailTo(contact, workspace);
    }

    private MailboxEntry aMailTo(Contact contact, Workspace of) {
        order(contact, of);
        return await().atMost(Duration.ofSeconds(20))
                .until(() -> mailbox.latest(of.id(), 1, Optional.empty()), list -> !list.isEmpty())
                .getFirst();
    }

    private void order(Contact contact, Workspace of) {
        mails.send(
                of.id(),
                contact.id(),
                contact.email().orElseThrow(),
                Duration.ofHours(1),
                LinkTarget.HOME,
                LinkMails.Sender.of(ownerOf(of)));
    }

    private String at(String below) {
        return "/w/" + workspace.slug() + below;
    }
}
