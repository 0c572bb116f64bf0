package io.portico.installation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.portico.Visitor;
import io.portico.kernel.Secret;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Automations on real nodes: killed in mid-step, resumed by whoever comes next, and beside people who sign in. */
@Tag("soak")
class AutomationsSurvivalTests {
    private static final Logger LOG = LoggerFactory.getLogger(AutomationsSurvivalTests.class);
    private static final int CONTACTS = 5_000;
    private static final int KILLS = 10;
    /** Six workers with twenty mails each in hand: see {@code Dispatch} and {@code Rounds}. */
    private static final int IN_FLIGHT = 6 * 20;

    private static final int CROWD = 100_000;
    private static final int SIGN_INS = 400;

    private static final String CONSOLE = "/w/studio";
    private static final String PASSWORD = "a quiet harbour at dusk";

    private final Random random = new Random(7);

    @TempDir
    private Path data;

    private Node node;
    private Visitor owner;

    @Test
    void sendNothingTwiceBeyondTheMailsInFlightHoweverOftenTheyAreKilled() throws Exception {
        try (CountingMailServer mails = new CountingMailServer()) {
            start(mails);
            setUp();
            switchOnInvitations();
            tagged(CONTACTS, "client");
            for (int kill = 0; kill < KILLS; kill++) {
                long goal = number("select count(*) from automation_step") + 50 + random.nextInt(CONTACTS / KILLS);
                await().atMost(Duration.ofMinutes(2))
                        .pollInterval(Duration.ofMillis(50))
                        .until(() -> number("select count(*) from automation_step") >= Math.min(goal, CONTACTS));
                node.kill();
                start(mails);
            }
            await().atMost(Duration.ofMinutes(5))
                    .pollInterval(Duration.ofSeconds(1))
                    .until(() -> number("select count(*) from outbox where state = 'sent'") == CONTACTS);

            Map<String, Integer> got = mails.mails();
            int twice = got.values().stream().mapToInt(times -> times - 1).sum();
            LOG.info("{} kills, {} contacts, {} mails came twice", KILLS, CONTACTS, twice);
            assertThat(got).hasSize(CONTACTS);
            assertThat(twice).isLessThanOrEqualTo(KILLS * IN_FLIGHT);
            assertThat(number("select count(*) from outbox")).isEqualTo(CONTACTS);
            assertThat(number("select count(*) from automation_entry where state = 'inside' and step = 1"))
                    .isEqualTo(CONTACTS);
            assertThat(number("select count(*) from activity where kind = 'contact.invited'"))
                    .isEqualTo(CONTACTS);
        } finally {
            node.close();
        }
    }

    @Test
    void letAHundredThousandInWithoutSlowingSignIns() throws Exception {
        try (CountingMailServer mails = new CountingMailServer()) {
            start(mails);
            setUp();
            signIns(100);
            List<Long> alone = signIns(SIGN_INS);
            say("alone", alone);
            tagged(CROWD, "other");
            say("beside as many tags that start nothing", signIns(SIGN_INS));
            switchOnInvitations();
            tagged(CROWD, "client");
            await().atMost(Duration.ofMinutes(2)).until(() -> number("select count(*) from automation_step") > 0);
            List<Long> with = signIns(SIGN_INS);
            say(
                    "beside %d entries and %d steps"
                            .formatted(
                                    number("select count(*) from automation_entry"),
                                    number("select count(*) from automation_step")),
                    with);
            assertThat(at(with, 99)).isLessThan(Math.max(250, 5 * at(alone, 99)));
        } finally {
            node.close();
        }
    }

    private static void say(String beside, List<Long> millis) {
        LOG.info("sign-in p50/p95/p99 in ms {}: {}/{}/{}", beside, at(millis, 50), at(millis, 95), at(millis, 99));
    }

    private static long at(List<Long> millis, int percent) {
        List<Long> sorted = new ArrayList<>(millis);
        Collections.sort(sorted);
        return sorted.get(Math.min(sorted.size() - 1, sorted.size() * percent / 100));
    }

    /** How long each took, in milliseconds: a link's button, from the press to the session. */
    private List<Long> signIns(int times) throws Exception {
        List<Long> took = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            String secret = aLink();
            var portal = new Visitor(node.port(), "studio.localhost");
            portal.get("/in/" + secret);
            long start = System.nanoTime();
            assertThat(portal.post("/in/" + secret).status()).isEqualTo(303);
            took.add((System.nanoTime() - start) / 1_000_000);
        }
        return took;
    }

    private String aLink() throws Exception {
        Secret secret = Secret.random();
        try (Connection connection = node.database();
                var contact = connection.prepareStatement("""
                        insert into contact (workspace_id, id, first_name, email, email_key, source, created_at, updated_at)
                        select id, ?, 'Guest', ?, ?, 'test', now(), now() from workspace""");
                var link = connection.prepareStatement("""
                        insert into magic_link (workspace_id, id, contact_id, purpose, target, token_hash, created_at, expires_at)
                        select id, gen_random_uuid(), ?, 'operator', '/', ?, now(), now() + interval '1 hour' from workspace""")) {
            var id = UUID.randomUUID();
            contact.setObject(1, id);
            contact.setString(2, id + "@example.com");
            contact.setString(3, id + "@example.com");
            contact.executeUpdate();
            link.setObject(1, id);
            link.setBytes(2, secret.hash());
            link.executeUpdate();
        }
        return secret.reveal();
    }

    private void switchOnInvitations() {
        owner.get(CONSOLE + "/automations");
        assertThat(owner.post(CONSOLE + "/automations/recipe", "name", "invite-clients")
                        .status())
                .isEqualTo(303);
    }

    /** So many contacts get the tag at once, as an import that tags would write it. */
    private void tagged(int contacts, String tag) throws Exception {
        try (Connection connection = node.database();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("""
                    insert into contact (workspace_id, id, first_name, email, email_key, tags, source, created_at, updated_at)
                    select w.id, gen_random_uuid(), 'Person ' || n, '%2$s' || n || '@example.com', '%2$s' || n || '@example.com',
                        array['%2$s'], 'test', now(), now()
                    from workspace w, generate_series(1, %1$d) n""".formatted(contacts, tag));
            statement.execute("""
                    insert into activity (workspace_id, at, kind, contact_id, actor_kind, details)
                    select workspace_id, now(), 'contact.tagged', id, 'portico',
                        jsonb_build_object('contact', id, 'text', '%1$s')
                    from contact where tags @> array['%1$s']""".formatted(tag));
            connection.commit();
        }
    }

    private void start(CountingMailServer mails) throws Exception {
        node = Node.serving(data, "--portico.smtp-url=" + mails.url());
        owner = owner == null ? new Visitor(node.port()) : owner.twinAt(node.port());
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
                PASSWORD,
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
}
