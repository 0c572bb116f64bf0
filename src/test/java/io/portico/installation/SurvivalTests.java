package io.portico.installation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.portico.Visitor;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Big jobs on a node that is killed again and again while it is at them. */
@Tag("soak")
class SurvivalTests {
    private static final Logger LOG = LoggerFactory.getLogger(SurvivalTests.class);
    private static final int CONTACTS = 50_000;
    private static final int KILLS_IN_IMPORT = 5;
    private static final int KILLS_IN_RUN = 20;
    /** Six workers with a portion of forty mails each on its way: see {@code Dispatch} and {@code Bundle}. */
    private static final int IN_FLIGHT = 6 * 40;

    private static final String CONSOLE = "/w/studio";

    private final Random random = new Random(7);

    @TempDir
    private Path data;

    private Node node;
    private Visitor owner;

    @Test
    void importsEveryRowOnceAndMailsEverybodyHoweverOftenItIsKilled() throws Exception {
        try (CountingMailServer mails = new CountingMailServer()) {
            start(mails);
            owner = new Visitor(node.port());
            setUp();
            importContacts(mails);
            sendLoginEmails(mails);
        } finally {
            node.close();
        }
    }

    private void importContacts(CountingMailServer mails) throws Exception {
        owner.get(CONSOLE + "/people/import");
        String draft =
                owner.upload(CONSOLE + "/people/import", "people.csv", csv()).location();
        assertThat(draft).startsWith(CONSOLE + "/people/import/");
        owner.get(draft);
        assertThat(owner.post(draft + "/start", "target", "first-name", "target", "email")
                        .status())
                .isEqualTo(303);
        for (int kill = 0; kill < KILLS_IN_IMPORT; kill++) {
            long done = number("select rows_done from contact_import");
            await().atMost(Duration.ofSeconds(60)).until(() -> number("select rows_done from contact_import") > done);
            killAndStart(mails);
        }
        await().atMost(Duration.ofMinutes(4))
                .until(() -> number("select count(*) from contact_import where state = 'finished'") == 1);

        assertThat(number("select count(*) from contact")).isEqualTo(CONTACTS);
        assertThat(number("select count(*) from contact_import_row where verdict = 'created'"))
                .isEqualTo(CONTACTS);
        assertThat(number("select count(*) from activity where kind = 'contact.created'"))
                .isEqualTo(CONTACTS);
    }

    private void sendLoginEmails(CountingMailServer mails) throws Exception {
        long start = System.nanoTime();
        String run = owner.post(CONSOLE + "/login-emails/send", "all", "true").location();
        assertThat(run).startsWith(CONSOLE + "/runs/");
        LOG.info("a run of {} started within {} ms", CONTACTS, (System.nanoTime() - start) / 1_000_000);
        for (int kill = 0; kill < KILLS_IN_RUN; kill++) {
            int goal = mails.recipients() + random.nextInt(2 * CONTACTS / KILLS_IN_RUN * 3 / 4);
            await().atMost(Duration.ofMinutes(2)).until(() -> mails.recipients() > goal);
            killAndStart(mails);
        }
        LOG.info("{} of {} had their mail at the last kill", mails.recipients(), CONTACTS);
        await().atMost(Duration.ofMinutes(10))
                .pollInterval(Duration.ofSeconds(1))
                .until(() ->
                        number("select count(*) from outbox where state in ('queued', 'claimed', 'deferred')") == 0);

        Map<String, Integer> got = mails.mails();
        assertThat(got).hasSize(CONTACTS);
        int twice = got.values().stream().mapToInt(times -> times - 1).sum();
        LOG.info("{} kills, {} mails came twice", KILLS_IN_RUN, twice);
        assertThat(twice).isLessThanOrEqualTo(KILLS_IN_RUN * IN_FLIGHT);
        assertThat(number("select count(*) from outbox where state = 'sent'")).isEqualTo(CONTACTS);
        assertThat(owner.get(run).body()).contains("Sent 50,000 of 50,000");
        await().atMost(Duration.ofSeconds(10))
                .until(() -> number("select count(*) from activity where kind = 'run.finished'") == 1);
        assertThat(number("select (details ->> 'sent')::bigint from activity where kind = 'run.finished'"))
                .isEqualTo(CONTACTS);
    }

    private void start(CountingMailServer mails) throws Exception {
        node = Node.serving(data, "--portico.smtp-url=" + mails.url());
    }

    private void killAndStart(CountingMailServer mails) throws Exception {
        node.kill();
        Node killed = node;
        start(mails);
        owner = owner.twinAt(node.port());
        assertThat(killed.pid()).isNotEqualTo(node.pid());
    }

    private void setUp() throws Exception {
        Matcher link = Pattern.compile("/set-up/\\S+").matcher(node.said());
        assertThat(link.find()).isTrue();
        owner.get(link.group());
        var answer = owner.post(
                link.group(),
                "name",
                "Robin Reyes",
                "email",
                "robin@example.com",
                "password",
                "a quiet harbour at dusk",
                "workspace",
                "Studio",
                "slug",
                "studio",
                "workspaceLanguage",
                "en",
                "timeZone",
                "UTC");
        assertThat(answer.status()).as(answer.body()).isEqualTo(303);
    }

    private long number(String sql) throws Exception {
        try (Connection connection = node.database();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    private static byte[] csv() {
        var rows = new StringBuilder("First name,E-mail\n");
        IntStream.range(0, CONTACTS)
                .forEach(i -> rows.append("Person ")
                        .append(i)
                        .append(",person")
                        .append(i)
                        .append("@example.com\n"));
        return rows.toString().getBytes(StandardCharsets.UTF_8);
    }
}
