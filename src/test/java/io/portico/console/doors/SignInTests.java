package io.portico.console.doors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.portico.Visitor;
import io.portico.Visitor.Page;
import io.portico.access.PasswordVerdict;
import io.portico.console.ConsoleTest;
import io.portico.kernel.EmailAddress;
import io.portico.kernel.Language;
import io.portico.workspace.NewOperator;
import io.portico.workspace.Operator;
import io.portico.workspace.Role;
import io.portico.workspace.Workspace;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignInTests extends ConsoleTest {
    private static final String WRONG = "seven quiet hippos";

    private Page tryIn(Visitor visitor, String email, String password, String... more) {
        List<String> fields = new ArrayList<>(List.of("email", email, "password", password));
        fields.addAll(List.of(more));
        return visitor.post("/sign-in", fields.toArray(String[]::new));
    }

    private static String nobody() {
        return "p-" + UUID.randomUUID() + "@example.com";
    }

    @Test
    void leadsToTheWorkspaceAndRecordsIt() {
        Workspace workspace = aWorkspace();
        Operator operator = aPerson(workspace, Role.MEMBER);
        Visitor visitor = aVisitor();

        Page answer = tryIn(visitor, operator.email().value().toUpperCase(), PASSWORD);

        assertThat(answer.status()).isEqualTo(303);
        assertThat(answer.location()).isEqualTo("/");
        assertThat(visitor.get("/").location()).isEqualTo("/w/" + workspace.slug());
        assertThat(visitor.get("/w/" + workspace.slug() + "/operators").status())
                .isEqualTo(200);
        assertThat(facts(workspace.id())).startsWith("operator.signed_in");
    }

    @Test
    void opensANewSessionEachTimeAndEndsTheOneBefore() {
        Operator operator = aPerson();
        Visitor visitor = signedIn(operator);
        Visitor before = visitor.twin();

        tryIn(visitor, operator.email().value(), PASSWORD);

        assertThat(visitor.cookie("portico_session")).isNotEqualTo(before.cookie("portico_session"));
        assertThat(visitor.get("/workspaces/new").status()).isEqualTo(200);
        assertThat(before.get("/workspaces/new").location()).startsWith("/sign-in");
    }

    @Test
    void givesTheSessionInACookieThatScriptsCannotRead() {
        Visitor visitor = aVisitor();

        Page answer = tryIn(visitor, aPerson().email().value(), PASSWORD);

        assertThat(answer.answer().headers().allValues("Set-Cookie"))
                .anySatisfy(cookie -> assertThat(cookie)
                        .startsWith("portico_session=")
                        .contains("HttpOnly", "SameSite=Lax", "Path=/")
                        .doesNotContain("Domain"));
    }

    @Test
    void bringsBackToThePageAskedFor() {
        Workspace workspace = aWorkspace();
        Operator operator = aPerson(workspace, Role.OWNER);
        Visitor visitor = aVisitor();
        String asked = "/w/" + workspace.slug() + "/operators";

        Page sent = visitor.get(asked);
        Page form = visitor.get(sent.location());
        Page answer = tryIn(visitor, operator.email().value(), PASSWORD, "next", asked);

        assertThat(sent.status()).isEqualTo(303);
        assertThat(form.body()).contains("name=\"next\" value=\"" + asked + "\"");
        assertThat(answer.location()).isEqualTo(asked);
    }

    @ParameterizedTest
    @ValueSource(strings = {"//evil.example", "/\\evil.example", "https://evil.example", "/\t/evil.example"})
    void bringsNobodyToAnotherSite(String next) {
        assertThat(tryIn(aVisitor(), aPerson().email().value(), PASSWORD, "next", next)
                        .location())
                .isEqualTo("/");
    }

    @Test
    void answersAlikeForAWrongPasswordAndForNobody() {
        Visitor visitor = aVisitor();
        String known = aPerson(aWorkspace(), Role.OWNER).email().value();
        String unknown = nobody();

        Page wrong = tryIn(visitor, known, WRONG);
        Page nobody = tryIn(visitor, unknown, WRONG);

        assertThat(wrong.status()).isEqualTo(422);
        assertThat(nobody.status()).isEqualTo(422);
        assertThat(nobody.answer().headers().map().keySet())
                .isEqualTo(wrong.answer().headers().map().keySet());
        assertThat(withoutTokens(nobody.body()).replace(unknown, "•"))
                .isEqualTo(withoutTokens(wrong.body()).replace(known, "•"));
        assertThat(wrong.body())
                .contains("The e-mail address or the password is wrong.", known)
                .doesNotContain(WRONG);
    }

    @Test
    void takesAsLongForNobodyAsForAWrongPassword() {
        Visitor visitor = aVisitor();
        String known = somebodyWhosePasswordIsHashedAsInEarnest().email().value();
        List<Long> forKnown = new ArrayList<>();
        List<Long> forNobody = new ArrayList<>();
        for (int i = 0; i < 25; i++) {
            jdbc.sql("delete from operator_sign_in_try").update();
            forKnown.add(nanos(() -> tryIn(visitor, known, WRONG)));
            forNobody.add(nanos(() -> tryIn(visitor, nobody(), WRONG)));
        }

        double ratio = (double) median(forKnown) / median(forNobody);
        assertThat(ratio).isBetween(0.67, 1.5);
    }

    private Operator somebodyWhosePasswordIsHashedAsInEarnest() {
        if (passwords.check(PASSWORD, List.of()) instanceof PasswordVerdict.Accepted(var good)) {
            var email = EmailAddress.of(nobody());
            return operators
                    .create(new NewOperator("Minji Kim", email, passwords.hash(good), Language.EN))
                    .orElseThrow();
        }
        throw new AssertionError("the password of the tests must be a good one");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void locksAfterFiveFailuresWhetherAnybodyHasTheAddress(boolean exists) {
        Operator operator = aPerson();
        String email = exists ? operator.email().value() : nobody();
        Visitor visitor = aVisitor();
        for (int i = 0; i < 5; i++) {
            assertThat(tryIn(visitor, email, WRONG).status()).isEqualTo(422);
        }

        Page locked = tryIn(visitor, email, PASSWORD);

        assertThat(locked.status()).isEqualTo(429);
        assertThat(Integer.parseInt(locked.header("Retry-After"))).isBetween(1, 61);
        assertThat(locked.body()).contains("Try again in 1 minute.");
        assertThat(visitor.cookie("portico_session")).isEmpty();
    }

    @Test
    void opensAgainWhenTheLockIsOverAndForgetsTheFailures() {
        Operator operator = aPerson();
        String email = operator.email().value();
        Visitor visitor = aVisitor();
        for (int i = 0; i < 6; i++) {
            tryIn(visitor, email, WRONG);
        }
        jdbc.sql("update operator_sign_in_try set locked_until = locked_until - interval '61 seconds'")
                .update();

        assertThat(tryIn(visitor, email, PASSWORD).status()).isEqualTo(303);
        Visitor other = aVisitor();
        for (int i = 0; i < 5; i++) {
            assertThat(tryIn(other, email, WRONG).status()).isEqualTo(422);
        }
    }

    @Test
    void countsTriesAtTheSameMomentOneByOne() throws InterruptedException {
        String email = aPerson().email().value();
        List<Integer> statuses = Collections.synchronizedList(new ArrayList<>());
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            Visitor visitor = aVisitor();
            visitor.get("/sign-in");
            threads.add(Thread.startVirtualThread(
                    () -> statuses.add(tryIn(visitor, email, WRONG).status())));
        }
        for (Thread thread : threads) {
            thread.join();
        }

        assertThat(statuses).hasSize(20);
        assertThat(statuses.stream().filter(status -> status == 422)).hasSize(5);
        assertThat(statuses.stream().filter(status -> status == 429)).hasSize(15);
    }

    @Test
    void recordsARefusalWithoutThePassword() {
        Workspace workspace = aWorkspace();
        Operator operator = aPerson(workspace, Role.MEMBER);

        tryIn(aVisitor(), operator.email().value(), WRONG);

        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(facts(workspace.id())).startsWith("operator.sign_in_refused"));
        assertThat(activity.latest(workspace.id(), 1).toString()).doesNotContain(WRONG);
    }

    @Test
    void signsOutAndKillsTheSession() {
        Workspace workspace = aWorkspace();
        Operator operator = aPerson(workspace, Role.MEMBER);
        Visitor visitor = signedIn(operator);
        Visitor thief = visitor.twin();

        Page answer = visitor.post("/sign-out");

        assertThat(answer.location()).isEqualTo("/sign-in");
        assertThat(visitor.cookie("portico_session")).isEmpty();
        assertThat(thief.get("/w/" + workspace.slug() + "/operators").location())
                .startsWith("/sign-in");
        assertThat(visitor.get("/sign-in").body()).contains("You were signed out.");
        assertThat(facts(workspace.id())).startsWith("operator.signed_out");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/sign-in",
                "/sign-out",
                "/forgot-password",
                "/language",
                "/workspaces/new",
                "/join/x",
                "/set-up/x"
            })
    void refusesFormsOfOtherSites(String path) {
        Visitor visitor = signedIn(aPerson());

        assertThat(visitor.postForged(path).status()).isEqualTo(403);
        assertThat(visitor.get("/workspaces/new").status()).isEqualTo(200);
    }

    @Test
    void isNotStoredByBrowsers() {
        assertThat(aVisitor().get("/sign-in").header("Cache-Control")).contains("no-store");
    }

    private static String withoutTokens(String body) {
        return body.replaceAll("name=\"_csrf\" value=\"[^\"]*\"", "");
    }

    private static long nanos(Runnable work) {
        long start = System.nanoTime();
        work.run();
        return System.nanoTime() - start;
    }

    private static long median(List<Long> times) {
        return times.stream().sorted().toList().get(times.size() / 2);
    }
}
