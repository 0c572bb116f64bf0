package io.portico.console.domains;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.portico.NameServer;
import io.portico.Visitor;
import io.portico.Visitor.Page;
import io.portico.console.ConsoleTest;
import io.portico.domains.SendingDomains;
import io.portico.mail.Senders;
import io.portico.workspace.Operator;
import io.portico.workspace.Role;
import io.portico.workspace.Workspace;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class SendingPagesTests extends ConsoleTest {
    @Autowired
    SendingDomains domains;

    @Autowired
    Senders senders;

    private Workspace acme;
    private Operator person;
    private Visitor owner;
    private String settings;

    @BeforeEach
    void anOwner() {
        NameServer.runs();
        acme = aWorkspace();
        person = aPerson(acme, Role.OWNER);
        owner = signedIn(person);
        settings = "/w/" + acme.slug() + "/settings";
    }

    @Test
    void leadsFromTheDomainToItsRecords() {
        String domain = "mail-" + acme.slug() + ".pages.test";
        owner.post(settings + "/sending-domain", "domain", domain, "mailbox", "hello");
        Page page = owner.get(settings + "/sending-domain");

        assertThat(page.body())
                .contains("value=\"" + domain + "\"", "._domainkey." + domain, "v=DKIM1", "value=\"_dmarc." + domain)
                .contains("v=DMARC1; p=none", "Waiting for records");
        assertThat(owner.get(settings + "/sending-domain/live").body()).contains("DNS knows no such name");
        owner.post(settings + "/sending-domain/remove");
        assertThat(domains.of(acme.id())).isEmpty();
        assertThat(owner.get(settings + "/sending-domain").body()).contains("The sending domain was removed");
    }

    @Test
    void keepsWhatWasTypedAndSaysWhatIsNeeded() {
        Page page = owner.post(settings + "/sending-domain", "domain", "me@acme.com", "mailbox", "hello");

        assertThat(page.status()).isEqualTo(422);
        assertThat(page.body()).contains("is more than a host", "value=\"me@acme.com\"");
        assertThat(owner.post(settings + "/sending-domain", "domain", "acme.test", "mailbox", "a b")
                        .body())
                .contains("Use 1 to 40 small letters");
        assertThat(owner.post(settings + "/sender", "fromName", "x".repeat(101), "replyTo", "nobody")
                        .status())
                .isEqualTo(422);
    }

    @Test
    void namesTheSenderAndWhereAnswersGo() {
        owner.post(settings + "/sender", "fromName", "Acme\r\nBcc: x@example.com", "replyTo", "team@acme.example");

        assertThat(senders.of(acme).fromName()).doesNotContain("\r", "\n");
        assertThat(senders.of(acme).replyTo().orElseThrow().value()).isEqualTo("team@acme.example");
        assertThat(owner.get(settings + "/sending-domain").body()).contains("team@acme.example");
    }

    @Test
    void sendsATestMailToOneself() {
        owner.post(settings + "/sender", "fromName", "Acme Team", "replyTo", "team@acme.example");
        owner.post(settings + "/sender/test");

        String letter = await().atMost(Duration.ofSeconds(20))
                .until(() -> letters(acme.id(), person.email()), letters -> !letters.isEmpty())
                .getFirst();
        assertThat(letter).contains("Subject: Test mail from " + acme.name(), "Acme Team", "team@acme.example");
    }
}
