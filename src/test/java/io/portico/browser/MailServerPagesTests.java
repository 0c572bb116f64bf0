package io.portico.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.portico.contacts.Contact;
import io.portico.contacts.Selection;
import io.portico.kernel.RunId;
import io.portico.mail.MailBatches;
import io.portico.mail.MailState;
import io.portico.mail.delivery.ScriptedMailServer;
import io.portico.outreach.LoginEmails;
import io.portico.outreach.RunWords;
import io.portico.workspace.Workspace;
import java.time.Duration;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Pages that have mails sent: the buttons of a run, and the texts, with a mail server that does what a test says. */
@SpringBootTest(
        webEnvironment = WebEnvironment.DEFINED_PORT,
        properties = {
            "portico.port=0",
            "portico.data=target/test-data/${portico.fork:1}/brakes",
            "portico.database.binaries=target/postgres-binaries",
            "portico.database.durable=false",
            "spring.flyway.clean-disabled=false"
        })
@DirtiesContext
class MailServerPagesTests extends BrowserTest {
    private static final ScriptedMailServer SERVER = new ScriptedMailServer().start();

    @Autowired
    private LoginEmails loginEmails;

    @Autowired
    private MailBatches batches;

    private Workspace workspace;
    private Page page;

    @DynamicPropertySource
    static void mailServer(DynamicPropertyRegistry settings) {
        settings.add(
                "portico.smtp-url",
                () -> "smtp://localhost:" + SERVER.port() + "?from=portal@example.com&starttls=off");
    }

    @AfterAll
    static void stop() {
        SERVER.stop();
    }

    @BeforeEach
    void open() {
        SERVER.answerAsUsual();
        workspace = aWorkspace();
        page = pageOf(ownerOf(workspace), View.WIDE);
    }

    @Test
    void pauseResumeAndCancelARunThatHasToWait() {
        SERVER.answer("RCPT", "451 4.7.1 Greylisted, try again later");
        RunId run = aRunThatHas(MailState.DEFERRED, 3);
        visit(run);

        press("pause");
        assertThat(summary()).hasText("Paused after 0 of 3.");
        assertThat(page.locator(".notice")).containsText("Paused the run.");
        assertThat(button("pause")).hasCount(0);
        assertAccessible(page);
        screenshot(page, "run-paused");

        press("resume");
        assertThat(summary()).hasText("Sent 0 of 3 so far.");
        assertThat(page.locator(".notice")).containsText("Resumed the run.");

        page.locator("[data-opens=cancel-run]").click();
        page.locator("#cancel-run form[action$='/cancel'] [type=submit]").click();
        assertThat(summary()).hasText("Cancelled after 0 of 3.");
        assertThat(page.locator(".notice")).containsText("Cancelled the rest of the run.");
        assertThat(page.locator(".mail-state[data-state=cancelled]")).hasCount(3);
        assertThat(page.locator("#run-live form")).hasCount(0);
        assertAccessible(page);
        screenshot(page, "run-cancelled");
    }

    @Test
    void triesTheFailedOnesAgain() {
        SERVER.answer(".", "554 5.6.0 Looks like spam");
        RunId run = aRunThatHas(MailState.FAILED, 2);
        visit(run);
        assertThat(button("retry")).hasText("Try the 2 failed again");
        screenshot(page, "run-failed");
        SERVER.answerAsUsual();

        press("retry");

        assertThat(page.locator(".notice")).containsText("Trying 2 mails again.");
        assertThat(page.locator(".mail-state[data-state=sent]")).hasCount(2);
        assertThat(summary()).hasText("Sent 2 of 2.");
        assertThat(button("retry")).hasCount(0);
    }

    @Test
    void watchARunFromTheButtonToItsEnd() {
        for (int n = 0; n < 30; n++) {
            aContact().in(workspace);
        }
        aContact().withoutAddress().in(workspace);
        page.navigate(console(workspace, "/login-emails?all=true"));
        assertThat(page.locator("#plan-title")).containsText("30");
        assertAccessible(page);
        screenshot(page, "login-emails-plan");

        page.locator("button[data-busy]").click();

        assertThat(summary())
                .hasText(
                        "Sent 30 of 31. 1 was skipped.",
                        new com.microsoft.playwright.assertions.LocatorAssertions.HasTextOptions().setTimeout(20_000));
        assertThat(page.locator(".reason-list")).containsText("1");
        assertAccessible(page);
        screenshot(page, "run-done");
    }

    /** Pressed on a page that shows the run as it was: somebody else was quicker. */
    @Test
    void sayThatSomebodyElseWasQuicker() {
        SERVER.answer("RCPT", "451 4.7.1 Greylisted, try again later");
        RunId run = aRunThatHas(MailState.DEFERRED, 1);
        visit(run);
        batches.cancel(workspace.id(), run);

        press("pause");

        assertThat(page.locator(".notice")).containsText("The run was not running any more.");
    }

    @Test
    void writeTheWordsOfAMailLookAtThemTryThemAndGoBack() {
        Contact kim = aContact().named("Minji", "Kim").in(workspace);
        page.navigate(console(workspace, "/settings/mails/login-email/en"));
        page.locator("#subject").fill("Hello {{contact.fist_name}}");
        page.locator("#body").fill("Welcome {{contact.first_name | you}},\n\n**come in**.");
        page.locator(".writing-fields .btn-primary").click();
        assertThat(page.locator("#subject-error"))
                .hasText("Character 7: There is no custom value contact.fist_name here."
                        + " Did you mean contact.first_name?");
        assertThat(page.locator("#body")).hasValue("Welcome {{contact.first_name | you}},\n\n**come in**.");
        assertAccessible(page);
        screenshot(page, "mail-text-refused");

        page.locator("#subject").fill("Hello {{contact.first_name}}");
        page.locator("#contact").fill(kim.email().orElseThrow().value());
        FrameLocator preview = page.frameLocator(".mail-frame");
        assertThat(preview.locator("body")).containsText("Welcome Minji,");
        assertThat(preview.locator("strong")).hasText("come in");
        assertThat(preview.locator("a[href*='/in/example-that-opens-nothing']").first())
                .isVisible();

        page.locator("button[formaction$='/test']").click();
        String me = ownerOf(workspace).email().value();
        assertThat(page.locator(".callout")).containsText("A test is on its way to " + me);
        String test = await().atMost(Duration.ofSeconds(20))
                .until(
                        () -> SERVER.mails().stream()
                                .filter(mail -> mail.contains(me))
                                .findFirst()
                                .orElse(""),
                        mail -> !mail.isEmpty());
        Assertions.assertThat(test).contains("Subject: Hello Minji", "Welcome Minji,", "example-that-opens-nothing");

        page.locator(".writing-fields .btn-primary").click();
        assertThat(page.locator(".notice")).containsText("Saved. Mails written from now on say this.");
        page.locator("form[action$='/reset'] button").click();
        assertThat(page.locator("#subject")).hasValue("Your login to {{workspace.name}}");
        page.locator("table th a").last().click();
        assertThat(page.locator(".definition")).containsText("Hello {{contact.first_name}}");
        page.locator("form[action*='/versions/'] button").click();
        assertThat(page.locator("#subject")).hasValue("Hello {{contact.first_name}}");
        assertThat(page.locator("tbody tr")).hasCount(3);
        assertAccessible(page);
        screenshot(page, "mail-text-versions");
    }

    private RunId aRunThatHas(MailState state, int recipients) {
        var ids = Stream.generate(() -> aContact().in(workspace).id())
                .limit(recipients)
                .toList();
        RunId run = loginEmails.send(
                workspace.id(),
                new Selection.These(ids),
                RunWords.NONE,
                by(ownerOf(workspace).id()));
        await().atMost(Duration.ofSeconds(15))
                .until(() -> batches.progress(workspace.id(), run).count(state) == recipients);
        return run;
    }

    private void visit(RunId run) {
        page.navigate(console(workspace, "/runs/" + run));
    }

    private void press(String action) {
        button(action).click();
    }

    private Locator button(String action) {
        return page.locator("#run-live form[action$='/" + action + "'] button");
    }

    private Locator summary() {
        return page.locator(".run-summary");
    }
}
