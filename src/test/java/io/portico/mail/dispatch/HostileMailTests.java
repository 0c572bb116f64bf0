package io.portico.mail.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.portico.kernel.Language;
import io.portico.mail.MailState;
import io.portico.mail.MailTemplate;
import io.portico.mail.MailWords;
import io.portico.mail.content.MailTemplates;
import io.portico.mail.content.TemplateChanges;
import io.portico.mail.content.TemplateKey;
import io.portico.workspace.Operator;
import io.portico.workspace.Workspace;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What somebody calls themselves does nothing in a mail, seen from the mail server. */
class HostileMailTests extends MailTest {
    private static final String ATTACK =
            "<b>{{portal.magic_link}}</b>\r\nBcc: x@y.example\r\n.\r\nMAIL FROM:<a@b.example>";
    private static final String AS_A_LINE = "<b>{{portal.magic_link}}</b> Bcc: x@y.example . MAIL FROM:<a@b.example>";

    @Autowired
    private TemplateChanges changes;

    @Autowired
    private MailTemplates templates;

    @Test
    void arriveOnceCorrectAndHarmless() throws Exception {
        Workspace workspace = aWorkspace();
        Operator owner = ownerOf(workspace);
        var words = new MailWords(
                "Hello {{contact.first_name}}",
                "{{contact.first_name}}",
                "Hi {{contact.first_name}}, [you](https://a.example/?n={{contact.first_name}})",
                "Sign in");
        assertThat(changes.save(
                        workspace.id(), new TemplateKey(MailTemplate.LOGIN_EMAIL, Language.EN), words, by(owner.id())))
                .isInstanceOf(TemplateChanges.Result.Saved.class);
        int before = SERVER.mails().size();

        var mail = order(workspace.id(), "hostile@example.com", Map.of("name", ATTACK, "note", ATTACK));

        becomes(workspace.id(), mail, MailState.SENT);
        assertThat(SERVER.mails()).hasSize(before + 1);
        assertThat(SERVER.commands().stream().filter(line -> line.startsWith("RCPT") && line.contains("y.example")))
                .isEmpty();
        var received = new MimeMessage(
                Session.getInstance(new Properties()),
                new ByteArrayInputStream(SERVER.mails().getLast().getBytes(StandardCharsets.UTF_8)));
        assertThat(received.getAllRecipients()).hasSize(1);
        assertThat(received.getHeader("Bcc")).isNull();
        assertThat(received.getSubject()).isEqualTo("Hello " + AS_A_LINE);
        assertThat(part(received, 0)).contains("Hi " + AS_A_LINE + ", you (https://a.example/?n=%3Cb%3E%7B%7B");
        assertThat(part(received, 1))
                .contains("Hi &lt;b&gt;{{portal.magic_link}}&lt;/b&gt; Bcc: x@y.example")
                .doesNotContain("<b>");
    }

    @Test
    void followAChangedTextWithinASecondOnANodeThatHasSentBefore() {
        Workspace workspace = aWorkspace();
        Operator owner = ownerOf(workspace);
        var key = new TemplateKey(MailTemplate.LOGIN_EMAIL, Language.EN);
        becomes(workspace.id(), order(workspace.id(), "first@example.com", Map.of()), MailState.SENT);

        changes.save(workspace.id(), key, new MailWords("Changed", "", "Text", "Go"), by(owner.id()));

        await().pollDelay(Duration.ofSeconds(1)).until(() -> true);
        becomes(workspace.id(), order(workspace.id(), "second@example.com", Map.of()), MailState.SENT);
        assertThat(SERVER.mails().getLast()).contains("Subject: Changed\r\n");
        assertThat(templates.current(workspace.id(), key).subject()).isEqualTo("Changed");
    }

    private static String part(MimeMessage mail, int n) throws Exception {
        return ((MimeMultipart) mail.getContent()).getBodyPart(n).getContent().toString();
    }
}
