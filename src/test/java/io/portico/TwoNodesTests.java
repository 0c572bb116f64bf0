package io.portico;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import io.portico.Visitor.Page;
import io.portico.access.ContactSessions;
import io.portico.access.LinkPurpose;
import io.portico.access.LinkTarget;
import io.portico.access.MadeLink;
import io.portico.access.MagicLinks;
import io.portico.access.Membership;
import io.portico.access.NewLink;
import io.portico.access.keys.ApiKeys;
import io.portico.access.keys.ApiScope;
import io.portico.access.keys.MadeApiKey;
import io.portico.access.keys.NewApiKey;
import io.portico.activity.ActivityEntry;
import io.portico.api.Program;
import io.portico.contacts.Contact;
import io.portico.contacts.ContactDetails;
import io.portico.domains.ClaimResult;
import io.portico.domains.HostChecks;
import io.portico.domains.PortalHosts;
import io.portico.kernel.EmailAddress;
import io.portico.tenancy.Tenancy;
import io.portico.webhooks.NewWebhook;
import io.portico.webhooks.Receiver;
import io.portico.webhooks.WebhookEvent;
import io.portico.webhooks.WebhookResult;
import io.portico.webhooks.Webhooks;
import io.portico.webhooks.calls.CallTarget;
import io.portico.workspace.Workspace;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Two equal nodes on one database: what one has done, the other knows at the next request. */
@TestInstance(Lifecycle.PER_CLASS)
class TwoNodesTests extends PorticoTest {
    private static final Executor THREADS = task -> Thread.ofVirtual().start(task);
    private static final Duration AT_ONCE = Duration.ofSeconds(1);

    @Autowired
    MagicLinks links;

    @Autowired
    ContactSessions sessions;

    @Autowired
    Membership membership;

    @Autowired
    PortalHosts hosts;

    @Autowired
    HostChecks checks;

    @Autowired
    ApiKeys keys;

    @Autowired
    Webhooks webhooks;

    @Autowired
    Tenancy tenancy;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    HikariDataSource database;

    private ConfigurableApplicationContext other;
    private int otherPort;
    private Workspace acme;
    private Contact kim;

    @BeforeAll
    void aSecondNode() throws Exception {
        other = new SpringApplicationBuilder(PorticoApplication.class)
                .run(
                        "--portico.port=0",
                        "--portico.url=" + installation.consoleUrl(),
                        "--portico.data=target/test-data/${portico.fork:1}/second-node",
                        "--portico.secret="
                                + Files.readString(Path.of(
                                                "target/test-data",
                                                System.getProperty("portico.fork", "1"),
                                                "shared/secret.key"))
                                        .strip(),
                        "--portico.database.url=" + database.getJdbcUrl(),
                        "--portico.database.user=" + database.getUsername(),
                        "--portico.database.password=" + database.getPassword(),
                        "--portico.database.pool=8",
                        "--portico.webhook-allow=127.0.0.0/8");
        otherPort = Integer.parseInt(other.getEnvironment().getRequiredProperty("local.server.port"));
        assertThat(otherPort).isNotEqualTo(installation.port());
    }

    @AfterAll
    void end() {
        other.close();
    }

    @BeforeEach
    void aContactOfAcme() {
        acme = aWorkspace();
        kim = aContact().named("Kim", "Lee").in(acme);
    }

    private Visitor here() {
        return new Visitor(installation.port(), acme.slug() + ".localhost");
    }

    private Visitor there() {
        return new Visitor(otherPort, acme.slug() + ".localhost");
    }

    private String aLink() {
        var wanted = new NewLink(
                kim.id(),
                LinkPurpose.OPERATOR,
                Optional.empty(),
                LinkTarget.parse("/profile").orElseThrow(),
                Optional.empty());
        return pathOf(links.make(acme.id(), wanted, PORTICO));
    }

    private static String pathOf(MadeLink link) {
        return link.url().getPath();
    }

    @Test
    void openOneSessionForTwoHundredParallelPressesOfOneLink() {
        String link = aLink();
        List<Visitor> browsers = IntStream.range(0, 200)
                .mapToObj(i -> i % 2 == 0 ? here() : there())
                .toList();
        browsers.forEach(browser -> browser.get(link));
        List<Page> answers = allAtOnce(browsers, link);
        List<Visitor> winners = browsers.stream()
                .filter(browser -> !browser.cookie("portico_session").isEmpty())
                .toList();

        assertThat(winners).hasSize(1);
        assertThat(answers).allMatch(answer -> answer.status() == 303);
        assertThat(answers.stream().map(Page::location).filter("/profile"::equals))
                .hasSize(1);
        assertThat(answers.stream().map(Page::location).filter(link::equals)).hasSize(199);
        assertThat(sessions.of(acme.id(), kim.id())).hasSize(1);
        assertThat(refusals("used")).as("told to each, noted once a minute").isOne();
        assertThat(there().get(link).status()).isEqualTo(410);
        Visitor winner = winners.getFirst();
        assertThat(winner.get(link).location()).isEqualTo("/profile");
        assertThat(winner.at(otherPort).get(link).location()).isEqualTo("/profile");
        assertThat(winner.at(installation.port()).get(link).location()).isEqualTo("/profile");
    }

    private static List<Page> allAtOnce(List<Visitor> browsers, String link) {
        var start = new CountDownLatch(1);
        List<CompletableFuture<Page>> presses = browsers.stream()
                .map(browser -> CompletableFuture.supplyAsync(
                        () -> {
                            awaitIt(start);
                            return browser.post(link);
                        },
                        THREADS))
                .toList();
        start.countDown();
        return presses.stream().map(CompletableFuture::join).toList();
    }

    private static void awaitIt(CountDownLatch start) {
        try {
            start.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private long refusals(String state) {
        return activity.about(acme.id(), kim.id(), 500).stream()
                .filter(entry -> entry.kind().equals("magic_link.refused"))
                .map(ActivityEntry::details)
                .filter(details -> details.toString().contains("\"text\":\"" + state + "\""))
                .count();
    }

    /** What ends a contact's access, done on one node. */
    private enum End {
        DISABLED,
        DELETED,
        MOVED,
        REVOKED,
        SUSPENDED
    }

    @Test
    void findAHostOfItsOwnThatTheOtherChoseWithinASecond() {
        String name = "clients-" + acme.slug() + ".nodes.test";
        // The first request of all to a node takes as long as ten later ones.
        there().get("/sign-in");
        if (hosts.claim(acme.id(), name, PORTICO) instanceof ClaimResult.Claimed(var claim)) {
            NameServer.set(name, "CNAME localhost.");
            NameServer.set(claim.tokenName(), "TXT \"" + claim.token().record() + "\"");
            checks.check(claim, PORTICO);
            hosts.choose(acme.id(), claim.host(), PORTICO);
        }

        await().atMost(AT_ONCE)
                .untilAsserted(() -> assertThat(
                                new Visitor(otherPort, name).get("/sign-in").status())
                        .isEqualTo(200));
        assertThat(there().get("/sign-in").status()).isEqualTo(307);

        hosts.remove(acme.id(), hosts.find(acme.id(), name).orElseThrow().host(), PORTICO);
        await().atMost(AT_ONCE)
                .untilAsserted(() -> assertThat(
                                new Visitor(otherPort, name).get("/sign-in").body())
                        .contains("This page has moved"));
        assertThat(there().get("/sign-in").status()).as("canonical again").isEqualTo(200);
    }

    @Test
    void refuseAKeyThatWasRevokedOnTheOther() {
        MadeApiKey made = aKey();
        Program there = Program.with(otherPort, made.secret().reveal());
        assertThat(there.get("/api/v1/workspace").status()).isEqualTo(200);

        keys.revoke(acme.id(), made.key().id(), PORTICO);
        long done = System.nanoTime();

        assertThat(there.get("/api/v1/workspace").status()).isEqualTo(401);
        assertThat(Duration.ofNanos(System.nanoTime() - done)).isLessThan(AT_ONCE);
    }

    private MadeApiKey aKey() {
        var wanted = new NewApiKey("Robot", ApiScope.all(), Optional.empty());
        return keys.make(acme.id(), wanted, PORTICO).orElseThrow();
    }

    @Test
    void doARequestOnceThatComesToBothUnderOneWord() {
        String key = aKey().secret().reveal();
        List<CompletableFuture<Program.Reply>> replies = IntStream.range(0, 10)
                .mapToObj(i -> Program.with(i % 2 == 0 ? installation.port() : otherPort, key)
                        .and("Idempotency-Key", "once"))
                .map(program -> CompletableFuture.supplyAsync(
                        () -> program.post("/api/v1/contacts", "{'first_name': 'Once'}"), THREADS))
                .toList();

        assertThat(replies.stream().map(CompletableFuture::join).map(Program.Reply::text))
                .containsOnly(replies.getFirst().join().text());
        assertThat(Program.with(otherPort, key)
                        .get("/api/v1/contacts?q=Once")
                        .json()
                        .path("data")
                        .size())
                .isOne();
    }

    /** Four calls at once go to a webhook from each node: more than four at once means that both are at it. */
    @Test
    void callAWebhookBetweenThemOnceForEachEventAndInOrderForEachContact() {
        var busy = new AtomicInteger();
        var most = new AtomicInteger();
        try (Receiver receiver = new Receiver()) {
            receiver.answering((exchange, call) -> {
                most.accumulateAndGet(busy.incrementAndGet(), Math::max);
                LockSupport.parkNanos(Duration.ofMillis(60).toNanos());
                busy.decrementAndGet();
                Receiver.say(exchange, 200, ".");
            });
            var wanted = new NewWebhook(
                    CallTarget.parse(receiver.url("/")).orElseThrow(), "", EnumSet.copyOf(WebhookEvent.choices()));
            assertThat(webhooks.add(acme.id(), wanted, PORTICO)).isInstanceOf(WebhookResult.Saved.class);
            List<Contact> people =
                    IntStream.range(0, 30).mapToObj(i -> aContact().in(acme)).toList();
            people.forEach(person -> membership.disable(acme.id(), person.id(), PORTICO));

            await().atMost(Duration.ofSeconds(30)).until(() -> receiver.calls().size() >= 60);
            await().during(Duration.ofMillis(500)).until(() -> busy.get() == 0);
            assertThat(receiver.calls().stream().map(call -> call.header("webhook-id")))
                    .hasSize(60)
                    .doesNotHaveDuplicates();
            assertThat(most).hasValueBetween(5, 8);
            for (Contact person : people) {
                assertThat(receiver.calls().stream()
                                .map(Receiver.Call::body)
                                .filter(body -> body.contains(person.id().toString()))
                                .map(body -> body.contains("contact.created")))
                        .as("created before it was disabled")
                        .containsExactly(true, false);
            }
        }
    }

    @TestFactory
    Stream<DynamicTest> endAccessAtOnceOnBoth() {
        return Stream.of(End.values())
                .map(end -> DynamicTest.dynamicTest(end.toString(), () -> {
                    aContactOfAcme();
                    Visitor member = there();
                    member.post(aLink());
                    String link = aLink();
                    assertThat(member.get("/profile").status()).isEqualTo(200);
                    Visitor aboutToPress = there();
                    assertThat(aboutToPress.get(link).status()).isEqualTo(200);
                    finish(end);
                    long done = System.nanoTime();

                    assertThat(member.get("/profile").status()).isIn(303, 404, 503);
                    aboutToPress.post(link);
                    assertThat(aboutToPress.cookie("portico_session")).isEmpty();
                    assertThat(there().get(link).status()).isIn(404, 410, 503);
                    assertThat(Duration.ofNanos(System.nanoTime() - done)).isLessThan(AT_ONCE);
                    assertThat(sessions.of(acme.id(), kim.id())).isEmpty();
                }));
    }

    @TestFactory
    Stream<DynamicTest> refuseOnOneWhoIsEndedOnTheOtherMeanwhile() {
        return Stream.of(End.values())
                .map(end -> DynamicTest.dynamicTest(end.toString(), () -> {
                    aContactOfAcme();
                    String link = aLink();
                    Visitor visitor = there();
                    visitor.get(link);
                    CompletableFuture<Page> press = tenancy.in(acme.id(), () -> {
                        finish(end);
                        var pressed = CompletableFuture.supplyAsync(() -> visitor.post(link), THREADS);
                        await().atMost(10, TimeUnit.SECONDS).until(() -> somebodyWaits() || pressed.isDone());
                        return pressed;
                    });
                    press.orTimeout(20, TimeUnit.SECONDS).join();

                    assertThat(visitor.get("/profile").status()).isIn(303, 404, 503);
                    assertThat(here().get(link).status()).isIn(404, 410, 503);
                    assertThat(sessions.of(acme.id(), kim.id())).isEmpty();
                }));
    }

    private boolean somebodyWaits() {
        return CompletableFuture.supplyAsync(
                        () -> jdbc.sql("select exists (select from pg_locks where not granted)")
                                .query(Boolean.class)
                                .single(),
                        THREADS)
                .join();
    }

    private void finish(End end) {
        switch (end) {
            case DISABLED -> membership.disable(acme.id(), kim.id(), PORTICO);
            case DELETED -> membership.delete(acme.id(), kim.id(), PORTICO);
            case MOVED -> membership.revise(acme.id(), kim.id(), TwoNodesTests::moved, PORTICO);
            case REVOKED -> {
                links.revokeAll(acme.id(), kim.id(), PORTICO);
                sessions.endOthers(acme.id(), kim.id(), Optional.empty(), PORTICO);
            }
            case SUSPENDED -> workspaces.suspend(acme.id(), "", PORTICO);
        }
    }

    private static ContactDetails moved(ContactDetails before) {
        return new ContactDetails(
                before.name(),
                Optional.of(
                        EmailAddress.of("moved-" + before.email().orElseThrow().localPart() + "@example.com")),
                before.phone(),
                before.language(),
                before.timeZone(),
                before.tags());
    }
}
