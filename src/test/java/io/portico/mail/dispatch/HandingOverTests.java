package io.portico.mail.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.portico.contacts.Contact;
import io.portico.kernel.MailId;
import io.portico.kernel.RunId;
import io.portico.kernel.Secret;
import io.portico.kernel.WorkspaceId;
import io.portico.mail.MailComposer;
import io.portico.mail.MailState;
import io.portico.mail.MailTemplate;
import io.portico.mail.NewMail;
import io.portico.mail.Priority;
import io.portico.mail.SkipReason;
import io.portico.mail.Suppressions;
import io.portico.mail.content.MailWriter;
import io.portico.mail.delivery.Delivery;
import io.portico.mail.delivery.Letters;
import io.portico.mail.delivery.SenderHeads;
import io.portico.tenancy.Tenancy;
import io.portico.workspace.Workspace;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.core.ConditionTimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What holds in the very moment in which the mail server takes a mail. */
class HandingOverTests extends MailTest {
    private static final Pattern LINK = Pattern.compile("/in/([A-Za-z0-9_-]{43})");
    private static final int IN_FLIGHT = 50;

    private static final Pattern MESSAGE_ID = Pattern.compile("Message-ID: (\\S+)");

    @Autowired
    private Dispatch dispatch;

    @Autowired
    private Claims claims;

    @Autowired
    private Outages outages;

    @Autowired
    private Delivery delivery;

    @Autowired
    private Settlements settlements;

    @Autowired
    private Postman postman;

    @Autowired
    private Tenancy tenancy;

    @Autowired
    private JdbcClient jdbc;

    private Workspace acme;
    private WorkspaceId workspace;

    @BeforeEach
    void carryByHand() {
        dispatch.stop();
        acme = aWorkspace();
        workspace = acme.id();
    }

    @AfterEach
    void carryOn() {
        SERVER.answerAsUsual();
        dispatch.start();
    }

    @Test
    void aLinkWorksAlreadyAndNoTransactionIsOpen(
            @Autowired List<MailComposer> composers,
            @Autowired Suppressions suppressions,
            @Autowired SenderHeads senderHeads,
            @Autowired MailWriter writer,
            @Autowired Letters letters) {
        Contact minji = aContact().at("minji@example.com").in(acme);
        MailId mail = outbox.enqueue(
                workspace,
                NewMail.personal(
                        MailTemplate.LOGIN_EMAIL,
                        minji.id().value(),
                        minji.email().orElseThrow(),
                        Map.of()));
        List<Secret> secrets = new CopyOnWriteArrayList<>();
        List<Boolean> known = new CopyOnWriteArrayList<>();
        List<Boolean> free = new CopyOnWriteArrayList<>();
        SERVER.whileTaking(source -> {
            secrets.add(secretIn(source));
            known.add(isKept(secretIn(source)));
            free.add(everyTransactionEnds());
        });

        var desk = new Desk(composers, senderHeads, writer, letters);
        carry(new Rounds(claims, outages, delivery, new Postman(suppressions, desk, delivery, clock), settlements), 1);

        assertThat(find(workspace, mail).state()).isEqualTo(MailState.SENT);
        assertThat(known).as("the hash is committed").containsExactly(true);
        assertThat(free).as("nobody waits in a transaction").containsExactly(true);
        assertThat(Stream.of("outbox", "activity", "magic_link", "access_mail").map(this::rowsOf))
                .as("what is kept of it")
                .allMatch(rows -> rows.contains(workspace.toString()))
                .noneMatch(rows -> rows.contains(secrets.getFirst().reveal()));
    }

    private String rowsOf(String table) {
        return tenancy.in(
                workspace,
                () -> jdbc.sql("select coalesce(string_agg(t::text, ' '), '') from %s t where workspace_id = ?"
                                .formatted(table))
                        .param(workspace.value())
                        .query(String.class)
                        .single());
    }

    private static Secret secretIn(String source) {
        return LINK.matcher(source.replace("=\r\n", ""))
                .results()
                .map(found -> Secret.parse(found.group(1)).orElseThrow())
                .findFirst()
                .orElseThrow();
    }

    private boolean isKept(Secret secret) {
        return tenancy.in(
                workspace,
                () -> jdbc.sql("select exists (select from magic_link where workspace_id = ? and token_hash = ?)")
                        .params(workspace.value(), secret.hash())
                        .query(Boolean.class)
                        .single());
    }

    /** Those of now: others may begin meanwhile. */
    private boolean everyTransactionEnds() {
        var began = clock.instant().atOffset(ZoneOffset.UTC);
        var sql = """
                select count(*) from pg_stat_activity
                where datname = current_database() and pid <> pg_backend_pid() and state like 'idle in transaction%'
                    and xact_start <= ?""";
        try {
            await().atMost(Duration.ofSeconds(2))
                    .pollInterval(Duration.ofMillis(20))
                    .until(() -> jdbc.sql(sql).param(began).query(Integer.class).single() == 0);
            return true;
        } catch (ConditionTimeoutException e) {
            return false;
        }
    }

    @Test
    void notOneMailMoreLeavesThanThoseInFlightWhenItsRunIsCancelled() {
        RunId run = aRunOf(100);
        AtomicInteger taken = takenUntil(5, () -> batches.cancel(workspace, run));

        carry(rounds(), 100);

        assertThat(taken).hasValueBetween(5, IN_FLIGHT);
        await().until(() -> batches.progress(workspace, run).isDone());
        assertThat(batches.progress(workspace, run).counts().byState())
                .isEqualTo(Map.of(MailState.SENT, taken.longValue(), MailState.CANCELLED, 100 - taken.longValue()));
    }

    @Test
    void aPausedRunGoesOnWhereItStoppedAndNobodyGetsAMailTwice() {
        RunId run = aRunOf(100);
        AtomicInteger taken = takenUntil(5, () -> batches.pause(workspace, run));

        carry(rounds(), 100);
        assertThat(taken).hasValueBetween(5, IN_FLIGHT);
        assertThat(rounds().go(Priority.BULK, () -> true)).isZero();
        batches.resume(workspace, run);
        carry(rounds(), 100 - taken.get());

        assertThat(taken).hasValue(100);
        assertThat(batches.progress(workspace, run).counts().byState()).isEqualTo(Map.of(MailState.SENT, 100L));
        assertThat(SERVER.mails())
                .filteredOn(mail -> mail.contains("@" + domain()))
                .hasSize(100)
                .doesNotHaveDuplicates();
    }

    @Test
    void aMailKeepsItsMessageIdHoweverOftenItIsTried() {
        List<String> ids = new CopyOnWriteArrayList<>();
        SERVER.whileTaking(source ->
                MESSAGE_ID.matcher(source).results().map(MatchResult::group).forEach(ids::add));
        SERVER.answer(".", "451 4.7.1 Greylisted");
        MailId mail = order(workspace, "grey@example.com", Map.of());
        carry(rounds(), 1);
        assertThat(find(workspace, mail).state()).isEqualTo(MailState.DEFERRED);
        SERVER.answer(".", "250 2.0.0 Ok");
        tenancy.run(
                workspace,
                () -> jdbc.sql("update outbox set due_at = created_at where workspace_id = ?")
                        .param(workspace.value())
                        .update());

        carry(rounds(), 1);

        assertThat(find(workspace, mail).state()).isEqualTo(MailState.SENT);
        assertThat(ids).hasSize(2).containsOnly("Message-ID: <" + mail + "@example.com>");
    }

    @Test
    void noMailIsInTwoHandsHoweverManyNodesReachForIt() throws Exception {
        RunId run = aRunOf(200);
        List<Claim> claimed = new ArrayList<>();
        try (ExecutorService nodes = Executors.newFixedThreadPool(6)) {
            Callable<List<Claim>> reaching = () -> {
                List<Claim> mine = new ArrayList<>();
                for (var next = claims.next(Priority.BULK, 7); !next.isEmpty(); next = claims.next(Priority.BULK, 7)) {
                    mine.addAll(next);
                }
                return mine;
            };
            for (Future<List<Claim>> each : nodes.invokeAll(
                    IntStream.range(0, 6).mapToObj(n -> reaching).toList())) {
                claimed.addAll(each.get());
            }
        }

        List<Claim> ours = claimed.stream()
                .filter(claim -> claim.workspace().equals(workspace))
                .toList();
        assertThat(ours).extracting(Claim::id).hasSize(200).doesNotHaveDuplicates();
        settlements.settle(claimed.stream()
                .map(claim -> new Errand.Done(claim, new Outcome.Skipped(SkipReason.GONE)))
                .toList());
        assertThat(batches.progress(workspace, run).counts().byState()).isEqualTo(Map.of(MailState.SKIPPED, 200L));
    }

    private Rounds rounds() {
        return new Rounds(claims, outages, delivery, postman, settlements);
    }

    /** Rounds until so many were taken; what other tests left behind is taken too. */
    private void carry(Rounds rounds, int mails) {
        int most = 20;
        for (int taken = 0; taken < mails && most > 0; most--) {
            taken += rounds.go(Priority.BULK, () -> true);
        }
    }

    private RunId aRunOf(int mails) {
        RunId run = aRun();
        batches.open(workspace, run, Optional.empty());
        orderRun(
                workspace,
                run,
                IntStream.range(0, mails)
                        .mapToObj(n -> "p" + n + "@" + domain())
                        .toList());
        return run;
    }

    private String domain() {
        return acme.slug() + ".example";
    }

    /** Counts what it takes of ours, and does something at the nth. */
    private AtomicInteger takenUntil(int nth, Runnable then) {
        var taken = new AtomicInteger();
        SERVER.whileTaking(source -> {
            if (source.contains("@" + domain()) && taken.incrementAndGet() == nth) {
                then.run();
            }
        });
        return taken;
    }
}
