package io.portico.mail.dispatch;

import static org.awaitility.Awaitility.await;

import io.portico.PorticoTest;
import io.portico.kernel.EmailAddress;
import io.portico.kernel.MailId;
import io.portico.kernel.RunId;
import io.portico.kernel.Uuid7;
import io.portico.kernel.WorkspaceId;
import io.portico.mail.BatchOrder;
import io.portico.mail.MailBatches;
import io.portico.mail.MailLog;
import io.portico.mail.MailLogEntry;
import io.portico.mail.MailState;
import io.portico.mail.MailTemplate;
import io.portico.mail.NewMail;
import io.portico.mail.Outbox;
import io.portico.mail.TestComposer;
import io.portico.mail.content.MailWriter;
import io.portico.mail.delivery.Letters;
import io.portico.mail.delivery.ScriptedMailServer;
import io.portico.mail.delivery.SenderHeads;
import io.portico.tenancy.Rows;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A whole Portico whose mails go to a mail server that does what a test says. */
@SpringBootTest(
        webEnvironment = WebEnvironment.DEFINED_PORT,
        properties = {
            "portico.port=0",
            "portico.data=target/test-data/${portico.fork:1}/mail",
            "portico.database.binaries=target/postgres-binaries",
            "portico.database.durable=false",
            "portico.bounces-address=bounces@example.com",
            "portico.ses-secret=amazon-simple-email-secret",
            "portico.postmark-secret=a-postmark-secret-of-ours",
            "portico.mailgun-key=key-of-mailgun-0123456789",
            "spring.flyway.clean-disabled=false"
        })
@Import(MailTest.OwnDesk.class)
public abstract class MailTest extends PorticoTest {
    protected static final TestComposer COMPOSER = new TestComposer();

    protected static final ScriptedMailServer SERVER = new ScriptedMailServer().start();

    @Autowired
    protected Outbox outbox;

    @Autowired
    protected MailBatches batches;

    @Autowired
    protected MailLog log;

    @Autowired
    protected Clock clock;

    @DynamicPropertySource
    static void mailServer(DynamicPropertyRegistry settings) {
        settings.add(
                "portico.smtp-url",
                () -> "smtp://localhost:" + SERVER.port() + "?from=portal@example.com&starttls=off");
    }

    @BeforeEach
    void serveAsUsual() {
        SERVER.answerAsUsual();
    }

    /** Composes what tests order, in place of the rooms that order mails otherwise. */
    @TestConfiguration(proxyBeanMethods = false)
    static class OwnDesk {
        @Bean
        @Primary
        Desk ownDesk(SenderHeads senderHeads, MailWriter writer, Letters letters) {
            return new Desk(List.of(COMPOSER), senderHeads, writer, letters);
        }
    }

    protected MailId order(WorkspaceId workspace, String address, Map<String, String> details) {
        return outbox.enqueue(
                workspace, NewMail.personal(MailTemplate.LOGIN_EMAIL, aRecipient(), EmailAddress.of(address), details));
    }

    /** One more of a run. */
    protected MailId order(WorkspaceId workspace, String address, RunId run) {
        orderRun(workspace, run, List.of(address));
        return batches.recipients(workspace, run, Optional.empty(), Optional.empty(), 1_000)
                .getLast()
                .id();
    }

    /** As a run is begun: all its mails in one statement. */
    protected void orderRun(WorkspaceId workspace, RunId run, List<String> addresses) {
        var sql = """
                select place, gen_random_uuid() as recipient_id, 'login-email' as kind, address, '{}'::jsonb as details,
                    null::text as reason
                from unnest(:addresses::text[]) with ordinality as wanted (address, place)""";
        outbox.enqueueEach(
                workspace,
                new BatchOrder(run, 0, Optional.empty(), Duration.ZERO, false),
                new Rows(sql, Map.of("addresses", addresses.toArray(String[]::new))));
    }

    protected UUID aRecipient() {
        return Uuid7.next(clock);
    }

    protected RunId aRun() {
        return RunId.next(clock);
    }

    protected MailLogEntry find(WorkspaceId workspace, MailId mail) {
        return log.find(workspace, mail).orElseThrow();
    }

    protected MailLogEntry becomes(WorkspaceId workspace, MailId mail, MailState state) {
        return await().atMost(Duration.ofSeconds(15))
                .until(() -> find(workspace, mail), entry -> entry.state() == state);
    }
}
