package io.portico.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.portico.access.keys.ApiScope;
import io.portico.api.Program.Reply;
import io.portico.tenancy.Tenancy;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

class IdempotencyTests extends ApiTest {
    private static final String CONTACTS = "/api/v1/contacts";
    private static final String KIM = "{'first_name': 'Kim'}";

    @Autowired
    Tenancy tenancy;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    KeptAnswerStore store;

    private int contactsNow() {
        return robot.get(CONTACTS + "?limit=200").json().path("data").size();
    }

    @Test
    void aRepeatedRequestGetsTheSameAnswerAndDoesNothing() {
        Program once = robot.and("Idempotency-Key", "order-17");

        Reply first = once.post(CONTACTS, KIM);
        Reply second = once.post(CONTACTS, KIM);

        assertThat(second.status()).isEqualTo(201);
        assertThat(second.text()).isEqualTo(first.text());
        assertThat(second.header("ETag")).isEqualTo(first.header("ETag"));
        assertThat(second.header("Content-Type")).isEqualTo("application/json");
        assertThat(second.header("Idempotent-Replayed")).isEqualTo("true");
        assertThat(first.header("Idempotent-Replayed")).isEmpty();
        assertThat(contactsNow()).isEqualTo(1);
    }

    @Test
    void anotherRequestUnderTheSameKeyIsRefused() {
        Program once = robot.and("Idempotency-Key", "order-17");
        once.post(CONTACTS, KIM);

        Reply other = once.post(CONTACTS, "{'first_name': 'Lee'}");

        assertThat(other.status()).isEqualTo(422);
        assertThat(other.code()).isEqualTo("idempotency_key_reused");
        assertThat(once.post(CONTACTS + ":upsert", KIM).code()).isEqualTo("idempotency_key_reused");
        assertThat(contactsNow()).isEqualTo(1);
    }

    @Test
    void belongsToOneKeyOfOneWorkspace() {
        Program neighbour = aProgram(aWorkspace(), ApiScope.values());
        Program colleague = aProgram(acme, ApiScope.values());
        String first = robot.and("Idempotency-Key", "1").post(CONTACTS, KIM).text();

        assertThat(colleague.and("Idempotency-Key", "1").post(CONTACTS, KIM).text())
                .isNotEqualTo(first);
        assertThat(neighbour.and("Idempotency-Key", "1").post(CONTACTS, KIM).text())
                .isNotEqualTo(first);
    }

    @Test
    void manyAtOnceDoTheWorkOnceAndAllGetTheAnswer() throws Exception {
        Program once = robot.and("Idempotency-Key", "race");
        var start = new CountDownLatch(1);
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<String> call = () -> {
                start.await();
                return once.post(CONTACTS, KIM).text();
            };
            List<Future<String>> replies =
                    IntStream.range(0, 12).mapToObj(n -> pool.submit(call)).toList();
            start.countDown();
            Set<String> answers = replies.stream()
                    .map(reply -> {
                        try {
                            return reply.get();
                        } catch (Exception e) {
                            throw new AssertionError(e);
                        }
                    })
                    .collect(Collectors.toSet());

            assertThat(answers).hasSize(1);
        }
        assertThat(contactsNow()).isEqualTo(1);
    }

    @Test
    void aRefusedRequestLeavesNothingAndMayBeMended() {
        Program once = robot.and("Idempotency-Key", "mend");

        assertThat(once.post(CONTACTS, "{'email': 'kim@'}").status()).isEqualTo(422);
        assertThat(once.post(CONTACTS, "{'email': 'kim@example.com'}").status()).isEqualTo(201);
    }

    /** As when the node that works on it dies: its transaction ends, and with it the hold. */
    @Test
    void anUnfinishedOneIsTakenOver() throws Exception {
        var made = aKey(acme, ApiScope.values());
        Program once = Program.with(installation.port(), made.secret().reveal()).and("Idempotency-Key", "dead");
        var ticket = new KeptAnswerStore.Ticket(acme.id(), made.key().id(), "dead");
        var held = new CountDownLatch(1);
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<?> dying = pool.submit(() -> tenancy.run(acme.id(), () -> {
                assertThat(store.hold(ticket)).isTrue();
                held.countDown();
                jdbc.sql("select pg_terminate_backend(pg_backend_pid()) from pg_sleep(0.5)")
                        .query(Boolean.class)
                        .single();
            }));
            held.await();

            Reply reply = once.post(CONTACTS, KIM);

            assertThat(reply.status()).as(reply.text()).isEqualTo(201);
            assertThat(dying).failsWithin(java.time.Duration.ofSeconds(10));
        }
        assertThat(contactsNow()).isEqualTo(1);
    }

    @Test
    void isForgottenAfterADay() {
        Program once = robot.and("Idempotency-Key", "old");
        once.post(CONTACTS, KIM);
        tenancy.run(
                acme.id(),
                () -> jdbc.sql("update api_answer set created_at = created_at - interval '25 hours'")
                        .update());

        assertThat(once.post(CONTACTS, KIM).header("Idempotent-Replayed")).isEmpty();
        assertThat(contactsNow()).isEqualTo(2);
    }

    @Test
    void keepsTheAnswerSealed() {
        Reply kim = robot.post(CONTACTS, "{'email': 'kim@example.com'}");
        String body = "{'contact_id': '" + kim.json().path("id").asString() + "'}";
        Program once = robot.and("Idempotency-Key", "link");

        Reply link = once.post("/api/v1/magic-links", body);
        assertThat(link.status()).as(link.text()).isEqualTo(201);
        assertThat(once.post("/api/v1/magic-links", body).text()).isEqualTo(link.text());

        String url = link.json().path("url").asString();
        String secret = url.substring(url.lastIndexOf('/') + 1);
        List<String> rows = tenancy.in(
                acme.id(),
                () -> jdbc.sql("select encode(answer, 'escape') || row_to_json(a)::text from api_answer a")
                        .query(String.class)
                        .list());
        assertThat(rows).hasSize(1).noneMatch(row -> row.contains(secret) || row.contains("example.com"));
    }

    @Test
    void needsAPlainWord() {
        for (String word : List.of("a b", "x".repeat(256))) {
            assertThat(robot.and("Idempotency-Key", word).post(CONTACTS, KIM).code())
                    .isEqualTo("invalid_idempotency_key");
        }
        assertThat(contactsNow()).isZero();
    }
}
