package io.portico.console.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.portico.Visitor;
import io.portico.Visitor.Page;
import io.portico.workspace.Operator;
import io.portico.workspace.Role;
import io.portico.workspace.Workspace;
import java.time.Duration;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class AccountTests extends AccountTest {
    private static final Pattern OTHER_SESSION = Pattern.compile("action=\"(/account/sessions/[0-9a-f-]{36}/end)\"");

    @Test
    void showsWhereTheOperatorIsSignedInAndSignsOutOne() {
        Workspace workspace = aWorkspace();
        Operator operator = aPerson(workspace, Role.MEMBER);
        Visitor here = signedIn(operator);
        Visitor there = signedIn(operator);

        Page page = here.get("/account");
        assertThat(page.body()).containsOnlyOnce("This browser").contains("127.0.0.1");
        assertThat(OTHER_SESSION.matcher(page.body()).results()).hasSize(1);
        here.post(found(OTHER_SESSION, page));

        assertThat(there.get("/account").location()).startsWith("/sign-in");
        assertThat(here.get("/account").status()).isEqualTo(200);
        assertThat(facts(workspace.id())).contains("operator.sessions_ended");
    }

    @Test
    void signsOutEverywhereElse() {
        Operator operator = aPerson();
        Visitor here = signedIn(operator);
        Visitor there = signedIn(operator);
        Visitor third = signedIn(operator);

        here.post("/account/sessions/end-others");

        assertThat(here.get("/account").body()).contains("Signed out in 2 other places.");
        assertThat(there.get("/account").location()).startsWith("/sign-in");
        assertThat(third.get("/account").location()).startsWith("/sign-in");
    }

    @Test
    void doesNotEndTheSessionsOfOthers() {
        Operator other = aPerson();
        Visitor there = signedIn(other);
        signedIn(other);
        String theirs = found(OTHER_SESSION, there.get("/account"));

        Page answer = signedIn(aPerson()).post(theirs);

        assertThat(answer.status()).isEqualTo(404);
        assertThat(OTHER_SESSION.matcher(there.get("/account").body()).results())
                .hasSize(1);
    }

    @Test
    void changesThePasswordAndSignsOutEverywhereElse() {
        Workspace workspace = aWorkspace();
        Operator operator = aPerson(workspace, Role.OWNER);
        Visitor here = signedIn(operator);
        Visitor there = signedIn(operator);

        Page done = here.post("/account/password", "currentPassword", PASSWORD, "newPassword", "nine calm otters");

        assertThat(done.location()).isEqualTo("/account");
        assertThat(here.get("/account").status()).isEqualTo(200);
        assertThat(there.get("/account").location()).startsWith("/sign-in");
        assertThat(password(aVisitor(), operator).status()).isEqualTo(422);
        assertThat(facts(workspace.id())).contains("operator.password_changed");
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(letters(workspace.id(), operator.email()))
                        .anyMatch(letter -> letter.contains("Your password was changed")));
    }

    @Test
    void changesNoPasswordWithoutTheCurrentOne() {
        Operator operator = aPerson();
        Visitor here = signedIn(operator);

        Page wrong = here.post(
                "/account/password", "currentPassword", "seven quiet hippos", "newPassword", "nine calm otters");

        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.body()).contains("This is not your password.").doesNotContain("otters");
        assertThat(password(aVisitor(), operator).status()).isEqualTo(303);
    }

    @Test
    void takesNoPasswordThatIsNotGoodEnough() {
        Page wrong =
                signedIn(aPerson()).post("/account/password", "currentPassword", PASSWORD, "newPassword", "password12");

        assertThat(wrong.body()).contains("This password is among the first that are tried.");
    }

    @Test
    void changesTheName() {
        Operator operator = aPerson();
        Visitor visitor = signedIn(operator);

        visitor.post("/account/name", "name", "  Minji Park ");

        assertThat(operators.find(operator.id()).orElseThrow().name()).isEqualTo("Minji Park");
        assertThat(visitor.post("/account/name", "name", " ").status()).isEqualTo(422);
    }
}
