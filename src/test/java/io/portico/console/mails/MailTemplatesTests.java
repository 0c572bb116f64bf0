package io.portico.console.mails;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.portico.Visitor;
import io.portico.Visitor.Page;
import io.portico.access.LinkMails;
import io.portico.access.LinkTarget;
import io.portico.access.OwnMails;
import io.portico.access.TestMails;
import io.portico.console.ConsoleTest;
import io.portico.contacts.Contact;
import io.portico.kernel.EmailAddress;
import io.portico.kernel.Language;
import io.portico.mail.MailTemplate;
import io.portico.mail.MailWords;
import io.portico.mail.NewMail;
import io.portico.mail.Outbox;
import io.portico.mail.OwnValue;
import io.portico.mail.OwnValueResult;
import io.portico.mail.OwnValues;
import io.portico.mail.TextPlace;
import io.portico.mail.content.MailTemplates;
import io.portico.mail.content.TemplateKey;
import io.portico.mail.content.WordsCheck;
import io.portico.workspace.Operator;
import io.portico.workspace.Role;
import io.portico.workspace.Workspace;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class MailTemplatesTests extends ConsoleTest {
    private static final TemplateKey SIGN_IN = new TemplateKey(MailTemplate.SIGN_IN, Language.EN);
    private static final String ATTACK = "<b>{{portal.magic_link}}</b>\r\nBcc: x@y.example";

    @Autowired
    private MailTemplates mails;

    @Autowired
    private OwnValues values;

    @Autowired
    private OwnMails ownMails;

    @Autowired
    private Outbox outbox;

    private static String path(Workspace workspace) {
        return "/w/" + workspace.slug() + "/settings/mails/sign-in/en";
    }

    private static Page save(Visitor visitor, Workspace workspace, String subject, String body) {
        return visitor.post(path(workspace), "subject", subject, "preheader", "", "body", body, "button", "Come in");
    }

    private MailWords current(Workspace workspace) {
        return mails.current(workspace.id(), SIGN_IN);
    }

    @Test
    void areChangedLookedAtBroughtBackAndReset() {
        Workspace workspace = aWorkspace();
        Visitor visitor = signedIn(workspace, Role.ADMIN);

        Page saved = save(visitor, workspace, "Hello {{contact.first_name | you}}", "First\r\n\r\n**text**");
        assertThat(visitor.get(saved.location()).body()).contains("Saved. Mails written from now on say this.");
        assertThat(current(workspace))
                .isEqualTo(new MailWords("Hello {{contact.first_name | you}}", "", "First\n\n**text**", "Come in"));
        assertThat(visitor.get("/w/" + workspace.slug() + "/settings/mails").body())
                .contains("Changed, just now");

        save(visitor, workspace, "Second", "Second text");
        var first = mails.versions(workspace.id(), SIGN_IN).getLast();
        String version = path(workspace) + "/versions/" + first.id();
        assertThat(visitor.get(version).body()).contains("**text**", "by Minji Kim");
        visitor.post(version);
        assertThat(current(workspace).subject()).isEqualTo("Hello {{contact.first_name | you}}");

        visitor.post(path(workspace) + "/reset");
        assertThat(current(workspace)).isEqualTo(mails.standard(SIGN_IN));
        assertThat(mails.versions(workspace.id(), SIGN_IN)).hasSize(4);
        assertThat(facts(workspace.id())).startsWith("mail_template.reset", "mail_template.changed");
    }

    @Test
    void tellWhatIsWrongWithLineAndCharacterAndKeepWhatWasTyped() {
        Workspace workspace = aWorkspace();

        Page page = save(
                signedIn(workspace, Role.OWNER),
                workspace,
                "Your code {{portal.code}}",
                "Hello {{contact.fist_name}}\n\n[x](javascript:alert(1)) <kept>");

        assertThat(page.status()).isEqualTo(422);
        assertThat(page.body())
                .contains("Character 11: portal.code lets in whoever reads it")
                .contains("Line 1, character 7: There is no custom value contact.fist_name here. Did you mean"
                        + " contact.first_name?")
                .contains("value=\"Your code {{portal.code}}\"", "&lt;kept&gt;");
        assertThat(current(workspace)).isEqualTo(mails.standard(SIGN_IN));
    }

    @Test
    void areShownWithTheValuesOfAContactAndSecretsThatOpenNothing() {
        Workspace workspace = aWorkspace();
        Visitor visitor = signedIn(workspace, Role.OWNER);
        Contact kim = aContact()
                .named(ATTACK.replace("\r\n", " "), "")
                .with("City", "Busan")
                .in(workspace);

        Page page = visitor.post(
                path(workspace) + "/preview",
                "subject",
                "x",
                "body",
                "Hi {{contact.first_name}} of {{contact.custom.city}}, {{portal.magic_link}} {{portal.code}}",
                "button",
                "Go",
                "view",
                "dark",
                "contact",
                kim.email().orElseThrow().value());

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.header("Content-Security-Policy"))
                .startsWith("sandbox;")
                .doesNotContain("allow-", "script-src");
        assertThat(page.header("X-Frame-Options")).isEqualTo("SAMEORIGIN");
        assertThat(page.body())
                .contains("Hi &lt;b&gt;{{portal.magic_link}}&lt;/b&gt; Bcc: x@y.example of Busan")
                .contains("/in/example-that-opens-nothing", "000000", "@media all")
                .doesNotContain("<b>");
        assertThat(jdbcCount(workspace, "magic_link")).isZero();
    }

    private int jdbcCount(Workspace workspace, String table) {
        return tenancy.in(
                workspace.id(),
                () -> jdbc.sql("select count(*) from " + table)
                        .query(Integer.class)
                        .single());
    }

    @Test
    void areShownAsTheyStandOnlyWhenTheyCanBeRead() {
        Workspace workspace = aWorkspace();

        Page page = signedIn(workspace, Role.OWNER)
                .post(path(workspace) + "/preview", "subject", "", "body", "{{nobody}}", "button", "Go");

        assertThat(page.status()).isEqualTo(422);
        assertThat(page.header("Content-Type")).startsWith("text/plain");
        assertThat(page.body()).contains("Subject: Write something here.", "There is no custom value nobody here");
    }

    @Test
    void areSentToTheOperatorWhoWritesThemAndNobodyElse() throws Exception {
        Workspace workspace = aWorkspace();
        Operator writer = aPerson(workspace, Role.ADMIN);
        Visitor visitor = signedIn(writer);

        Page page = visitor.post(
                path(workspace) + "/test", "subject", "Try {{contact.name}}", "body", "Hi", "button", "Go");

        assertThat(page.body())
                .contains("A test is on its way to " + writer.email().value(), "value=\"Try {{contact");
        MimeMessage mail = mailTo(workspace, writer.email());
        assertThat(mail.getSubject()).isEqualTo("Try Minji Kim");
        assertThat(part(mail, 0)).contains("Hi", "/in/example-that-opens-nothing", "000 000");
        assertThat(current(workspace)).isEqualTo(mails.standard(SIGN_IN));
    }

    @Test
    void areTriedTwentyTimesAnHourAtMost() {
        Workspace workspace = aWorkspace();
        Operator writer = aPerson(workspace, Role.ADMIN);
        outbox.enqueue(
                workspace.id(),
                Collections.nCopies(
                        TestMails.MOST,
                        NewMail.personal(MailTemplate.TEST_MAIL, writer.id().value(), writer.email(), Map.of())));

        Page page = signedIn(writer).post(path(workspace) + "/test", "subject", "Try", "body", "Hi", "button", "Go");

        assertThat(page.body()).contains("No test was sent: 20 were sent within the hour.");
        assertThat(rawLetters(workspace, writer.email())).isEmpty();
    }

    @Test
    void ofAHostileContactAreCorrectAndHarmless() throws Exception {
        Workspace workspace = aWorkspace();
        values.add(workspace.id(), new OwnValue("site", "javascript:alert(1)"), PORTICO);
        Contact kim = aContact()
                .named(ATTACK.replace("\r\n", " "), "\u202Eevil")
                .with("Note", ATTACK + "x".repeat(100_000))
                .in(workspace);
        var words = new MailWords(
                "Hello {{contact.name}}",
                "{{contact.custom.note}}",
                "Hi {{contact.name}}, {{contact.custom.note}} [site]({{custom_values.site}}) {{portal.magic_link}}",
                "{{contact.first_name}}");
        assertThat(ownMails.check(workspace.id(), words)).isInstanceOf(WordsCheck.Accepted.class);

        ownMails.send(
                workspace.id(), kim.id(), kim.email().orElseThrow(), words, LinkTarget.HOME, LinkMails.Sender.NOBODY);

        MimeMessage mail = mailTo(workspace, kim.email().orElseThrow());
        assertThat(mail.getAllRecipients()).hasSize(1);
        assertThat(mail.getHeader("Bcc")).isNull();
        assertThat(mail.getSubject()).isEqualTo("Hello <b>{{portal.magic_link}}</b> Bcc: x@y.example  evil");
        assertThat(part(mail, 1))
                .contains("Hi &lt;b&gt;{{portal.magic_link}}&lt;/b&gt; Bcc: x@y.example  evil,")
                .doesNotContain("<b>", "javascript:", "\u202E")
                .hasSizeLessThan(25_000);
        assertThat(part(mail, 0)).containsPattern("/in/[A-Za-z0-9_-]{43}").contains(" site ");
        assertThat(jdbcCount(workspace, "magic_link")).isOne();
    }

    @Test
    void keepTheValuesTheyUse() {
        Workspace workspace = aWorkspace();
        Visitor visitor = signedIn(workspace, Role.OWNER);
        var hours = new OwnValue("hours", "9 to 5");
        values.add(workspace.id(), hours, PORTICO);
        save(visitor, workspace, "Open {{ custom_values.hours | always }}", "x");

        assertThat(values.delete(workspace.id(), hours, PORTICO)).isInstanceOf(OwnValueResult.InUse.class);
        assertThat(visitor.get("/w/" + workspace.slug() + "/settings/values/hours")
                        .body())
                .contains("/settings/mails/sign-in/en", "Sign-in link");

        visitor.post(path(workspace) + "/reset");
        assertThat(values.delete(workspace.id(), hours, PORTICO)).isInstanceOf(OwnValueResult.Done.class);
        var old = mails.versions(workspace.id(), SIGN_IN).getLast();
        Page refused = visitor.post(path(workspace) + "/versions/" + old.id());
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("There is no custom value custom_values.hours here");
    }

    @Test
    void knowNoContactInMailsToOperators() {
        Workspace workspace = aWorkspace();
        var key = new TemplateKey(MailTemplate.PASSWORD_RESET, Language.EN);

        assertThat(mails.check(workspace.id(), key, new MailWords("x", "", "{{contact.name}}", "x")))
                .matches(
                        check -> check instanceof WordsCheck.Refused(var faults) && faults.containsKey(TextPlace.BODY));
    }

    private MimeMessage mailTo(Workspace workspace, EmailAddress to) throws Exception {
        List<String> sources = await().atMost(Duration.ofSeconds(20))
                .until(() -> rawLetters(workspace, to), found -> !found.isEmpty());
        return new MimeMessage(
                Session.getInstance(new Properties()),
                new ByteArrayInputStream(sources.getFirst().getBytes(StandardCharsets.UTF_8)));
    }

    private List<String> rawLetters(Workspace workspace, EmailAddress to) {
        return tenancy.in(
                workspace.id(),
                () -> jdbc.sql("select source from mailbox_mail where recipient = ?")
                        .param(to.value())
                        .query(String.class)
                        .list());
    }

    /** Text is the first part, HTML the second. */
    private static String part(MimeMessage mail, int n) throws Exception {
        return ((MimeMultipart) mail.getContent()).getBodyPart(n).getContent().toString();
    }
}
