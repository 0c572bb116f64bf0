package io.portico.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.portico.access.keys.ApiKeySecret;
import io.portico.access.keys.ApiScope;
import io.portico.api.Program.Reply;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

class ApiKeyFilterTests extends ApiTest {
    private static final String PATH = "/api/v1/workspace";

    @Autowired
    JdbcClient jdbc;

    @Test
    void letsALiveKeyIn() {
        Reply reply = robot.get(PATH);

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.json().path("slug").asString()).isEqualTo(acme.slug().value());
        assertThat(reply.json().path("time_zone").asString()).isEqualTo("Asia/Seoul");
        assertThat(reply.header("Content-Type")).isEqualTo("application/json");
        assertThat(reply.header("Cache-Control")).contains("no-store");
        assertThat(reply.answer().headers().allValues("Set-Cookie")).isEmpty();
        assertThat(reply.header("Access-Control-Allow-Origin")).isEmpty();
    }

    @Test
    void tellsAStrangerHowToCome() {
        Reply reply = aStranger().get(PATH);

        assertThat(reply.status()).isEqualTo(401);
        assertThat(reply.header("WWW-Authenticate")).startsWith("Bearer");
        assertThat(reply.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(reply.code()).isEqualTo("missing_key");
    }

    @Test
    void refusesWhatIsNoKeyAlike() {
        String never = ApiKeySecret.random().reveal();
        String mistyped = never.substring(0, never.length() - 1) + (never.endsWith("0") ? "1" : "0");

        Reply unknown = Program.with(installation.port(), never).get(PATH);
        assertThat(unknown.status()).isEqualTo(401);
        assertThat(unknown.code()).isEqualTo("invalid_key");
        for (String other : new String[] {mistyped, "x", "portico_"}) {
            assertThat(Program.with(installation.port(), other).get(PATH).text())
                    .isEqualTo(unknown.text());
        }
        assertThat(aStranger().and("Authorization", "Basic " + never).get(PATH).text())
                .isEqualTo(unknown.text());
    }

    @Test
    void takesNoSecondKeyAndNoKeyInTheAddress() {
        String key = aKey(acme, ApiScope.WORKSPACE_READ).secret().reveal();

        assertThat(Program.with(installation.port(), key)
                        .and("Authorization", "Bearer " + key)
                        .get(PATH)
                        .status())
                .isEqualTo(401);
        assertThat(aStranger().get(PATH + "?access_token=" + key).status()).isEqualTo(401);
    }

    @Test
    void limitsStrangersByNetworkAndLeavesNothingElseOfThem() {
        int entries = activity.latest(acme.id(), 100).size();
        for (int i = 0; i < 60; i++) {
            assertThat(Program.with(installation.port(), "portico_" + i)
                            .get(PATH)
                            .status())
                    .isEqualTo(401);
        }

        Reply late = Program.with(installation.port(), "portico_x").get(PATH);

        assertThat(late.status()).isEqualTo(429);
        assertThat(Integer.parseInt(late.header("Retry-After"))).isBetween(1, 900);
        assertThat(robot.get(PATH).status())
                .as("a right key from the same network")
                .isEqualTo(200);
        assertThat(activity.latest(acme.id(), 100)).hasSize(entries);
        assertThat(jdbc.sql("select count(*) from limit_tally")
                        .query(Long.class)
                        .single())
                .as("one row for the network, one for the key")
                .isEqualTo(2);
    }

    @Test
    void countsEachKeyAndSaysWhatIsLeft() {
        Reply first = robot.get(PATH);
        Reply second = robot.get(PATH);

        assertThat(first.header("X-RateLimit-Limit")).isEqualTo("600");
        assertThat(Integer.parseInt(second.header("X-RateLimit-Remaining")))
                .isLessThan(600)
                .isGreaterThan(590);
        assertThat(Integer.parseInt(second.header("X-RateLimit-Reset"))).isBetween(1, 60);

        jdbc.sql("update limit_tally set free_at = free_at + 60000000").update();
        Reply refused = robot.get(PATH);

        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.code()).isEqualTo("too_many_requests");
        assertThat(refused.header("X-RateLimit-Remaining")).isEqualTo("0");
        assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(1, 61);
        assertThat(aProgram(acme, ApiScope.WORKSPACE_READ).get(PATH).status()).isEqualTo(200);
    }

    @Test
    void isDeadAtOnceWhenRevoked() {
        var made = aKey(acme, ApiScope.WORKSPACE_READ);
        Program program = Program.with(installation.port(), made.secret().reveal());
        assertThat(program.get(PATH).status()).isEqualTo(200);

        keys.revoke(acme.id(), made.key().id(), PORTICO);

        assertThat(program.get(PATH).status()).isEqualTo(401);
    }

    @Test
    void opensNeitherConsoleNorPortal() {
        assertThat(robot.get("/w/" + acme.slug()).status()).isEqualTo(303);
        assertThat(robot.get("/account").status()).isEqualTo(303);
    }
}
