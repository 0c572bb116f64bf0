package io.portico.installation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.portico.PorticoTest;
import io.portico.access.LinkTarget;
import io.portico.access.SignInRequests;
import io.portico.contacts.Contact;
import io.portico.contacts.PeopleFilter;
import io.portico.contacts.Selection;
import io.portico.kernel.EmailAddress;
import io.portico.kernel.RunId;
import io.portico.kernel.WorkspaceId;
import io.portico.mail.MailBatches;
import io.portico.outreach.LoginEmails;
import io.portico.outreach.RunWords;
import io.portico.tenancy.Tenancy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A person's own "send me a link" while a run of 100,000 is going. */
@Tag("soak")
@SpringBootTest(
        webEnvironment = WebEnvironment.DEFINED_PORT,
        properties = {
            "portico.port=0",
            "portico.data=target/test-data/overtaking",
            "portico.database.binaries=target/postgres-binaries",
            "portico.database.durable=false",
            "spring.flyway.clean-disabled=false"
        })
@DirtiesContext
class OvertakingTests extends PorticoTest {
    private static final Logger LOG = LoggerFactory.getLogger(OvertakingTests.class);
    private static final CountingMailServer SERVER = new CountingMailServer();
    private static final int MANY = 100_000;
    private static final int ASKED = 300;

    @Autowired
    private LoginEmails loginEmails;

    @Autowired
    private SignInRequests requests;

    @Autowired
    private MailBatches batches;

    @Autowired
    private Tenancy tenancy;

    @Autowired
    private JdbcClient jdbc;

    @DynamicPropertySource
    static void mailServer(DynamicPropertyRegistry settings) {
        settings.add("portico.smtp-url", SERVER::url);
    }

    @AfterAll
    static void stop() throws Exception {
        SERVER.close();
    }

    @Test
    void aLinkAskedForOvertakesAnyRun() throws Exception {
        WorkspaceId workspace = aWorkspace().id();
        load(workspace);
        RunId run = loginEmails.send(workspace, new Selection.Matching(PeopleFilter.ALL), RunWords.NONE, PORTICO);
        List<EmailAddress> people = Stream.generate(() -> aContact().in(workspace))
                .limit(ASKED)
                .map(Contact::email)
                .map(address -> address.orElseThrow())
                .toList();
        await().atMost(Duration.ofSeconds(30)).until(() -> SERVER.recipients() > 100);

        List<Long> millis = new ArrayList<>();
        for (EmailAddress each : people) {
            long start = System.nanoTime();
            requests.request(workspace, each, LinkTarget.HOME);
            await().pollInterval(Duration.ofMillis(5))
                    .atMost(Duration.ofSeconds(30))
                    .until(() -> SERVER.got(each.value()));
            millis.add((System.nanoTime() - start) / 1_000_000);
        }

        Collections.sort(millis);
        LOG.info(
                "request to SMTP accept while {} of {} wait: median {} ms, p99 {} ms, longest {} ms",
                batches.progress(workspace, run).waiting(),
                MANY,
                millis.get(ASKED / 2),
                millis.get(ASKED * 99 / 100),
                millis.getLast());
        assertThat(batches.progress(workspace, run).waiting())
                .as("the run is still going")
                .isPositive();
        batches.cancel(workspace, run);
        assertThat(millis.get(ASKED * 99 / 100)).isLessThan(2_000);
    }

    private void load(WorkspaceId workspace) {
        var sql = """
                insert into contact (workspace_id, id, first_name, email, email_key, source, created_at, updated_at)
                select :workspace, gen_random_uuid(), 'Person ' || n, 'p' || n || '@run.example',
                    'p' || n || '@run.example', 'test', now(), now() from generate_series(1, :many) as n""";
        tenancy.run(
                workspace,
                () -> jdbc.sql(sql)
                        .param("workspace", workspace.value())
                        .param("many", MANY)
                        .update());
        jdbc.sql("analyze contact").update();
    }
}
