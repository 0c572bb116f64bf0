package io.portico.console.doors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.portico.Visitor;
import io.portico.Visitor.Page;
import io.portico.console.ConsoleTest;
import io.portico.kernel.Secret;
import io.portico.workspace.Operator;
import io.portico.workspace.Role;
import io.portico.workspace.Workspace;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class PasswordResetTests extends ConsoleTest {
    private static final String NEW = "eleven loud bitterns";

    private Secret linkFor(Workspace workspace, Operator operator) {
        aVisitor().post("/forgot-password", "email", operator.email().value());
        return mailedSecret(workspace.id(), operator.email(), "reset-password");
    }

    @Test
    void setsANewPasswordByTheMailedLinkAndEndsAllSessions() {
        Workspace workspace = aWorkspace();
        Operator operator = aPerson(workspace, Role.OWNER);
        Visitor elsewhere = signedIn(operator);
        Secret link = linkFor(workspace, operator);
        Visitor visitor = aVisitor();

        Page form = visitor.get("/reset-password/" + link.reveal());
        Page done = visitor.post("/reset-password/" + link.reveal(), "password", NEW);

        assertThat(form.body()).contains(operator.email().value());
        assertThat(done.location()).isEqualTo("/sign-in");
        assertThat(elsewhere.get("/workspaces/new").location()).startsWith("/sign-in");
        assertThat(facts(workspace.id())).startsWith("operator.password_reset");
        String email = operator.email().value();
        assertThat(visitor.post("/sign-in", "email", email, "password", PASSWORD)
                        .status())
                .isEqualTo(422);
        assertThat(visitor.post("/sign-in", "email", email, "password", NEW).status())
                .isEqualTo(303);
    }

    @Test
    void worksOnce() {
        Workspace workspace = aWorkspace();
        Secret link = linkFor(workspace, aPerson(workspace, Role.OWNER));
        aVisitor().post("/reset-password/" + link.reveal(), "password", NEW);

        Page again = aVisitor().post("/reset-password/" + link.reveal(), "password", NEW);

        assertThat(again.status()).isEqualTo(404);
        assertThat(again.body()).contains("Ask for a new link");
    }

    @Test
    void worksForAnHour() {
        Workspace workspace = aWorkspace();
        Operator operator = aPerson(workspace, Role.OWNER);
        Secret link = linkFor(workspace, operator);
        String path = "/reset-password/" + link.reveal();
        expire(operator, "59 minutes");
        assertThat(aVisitor().get(path).status()).isEqualTo(200);

        expire(operator, "1 minute");

        assertThat(aVisitor().get(path).status()).isEqualTo(404);
        assertThat(aVisitor().post(path, "password", NEW).status()).isEqualTo(404);
    }

    private void expire(Operator operator, String earlier) {
        jdbc.sql("update password_reset set expires_at = expires_at - ?::interval where operator_id = ?")
                .params(earlier, operator.id().value())
                .update();
    }

    @Test
    void asksForABetterPasswordAndKeepsTheLink() {
        Workspace workspace = aWorkspace();
        Secret link = linkFor(workspace, aPerson(workspace, Role.OWNER));
        Visitor visitor = aVisitor();

        Page page = visitor.post("/reset-password/" + link.reveal(), "password", "password123");

        assertThat(page.status()).isEqualTo(422);
        assertThat(page.body()).contains("id=\"password-error\"").doesNotContain("password123");
        assertThat(visitor.post("/reset-password/" + link.reveal(), "password", NEW)
                        .status())
                .isEqualTo(303);
    }

    @Test
    void answersAlikeForNobody() {
        Operator known = aPerson(aWorkspace(), Role.OWNER);
        String nobody = "nobody-at-all@example.com";

        Page one = aVisitor().post("/forgot-password", "email", known.email().value());
        Page other = aVisitor().post("/forgot-password", "email", nobody);

        assertThat(other.status()).isEqualTo(one.status()).isEqualTo(200);
        assertThat(plain(other).replace(nobody, "•"))
                .isEqualTo(plain(one).replace(known.email().value(), "•"));
    }

    private static String plain(Page page) {
        return page.body().replaceAll("name=\"_csrf\" value=\"[^\"]*\"", "");
    }

    @Test
    void mailsOneOperatorAtMostOnceAMinute() {
        Workspace workspace = aWorkspace();
        Operator operator = aPerson(workspace, Role.OWNER);
        linkFor(workspace, operator);

        linkFor(workspace, operator);

        await().during(Duration.ofSeconds(1))
                .untilAsserted(() ->
                        assertThat(letters(workspace.id(), operator.email())).hasSize(1));
    }

    @Test
    void comesFromTheWorkspaceWhereTheRoleIsHighest() {
        Workspace other = aWorkspace();
        Workspace own = aWorkspace();
        Operator operator = aPerson(other, Role.VIEWER);
        operators.add(own.id(), operator.id(), Role.OWNER);

        linkFor(own, operator);

        assertThat(letters(other.id(), operator.email())).isEmpty();
    }

    @Test
    void comesFromTheWorkspaceBelongedToLongestWhereRolesAreEqual() {
        Workspace luring = aWorkspace();
        Workspace own = aWorkspace();
        Operator operator = aPerson(own, Role.OWNER);
        operators.add(luring.id(), operator.id(), Role.OWNER);

        linkFor(own, operator);

        assertThat(letters(luring.id(), operator.email())).isEmpty();
    }

    @Test
    void opensALockedAddress() {
        Workspace workspace = aWorkspace();
        Operator operator = aPerson(workspace, Role.OWNER);
        Visitor visitor = aVisitor();
        String email = operator.email().value();
        for (int i = 0; i < 6; i++) {
            visitor.post("/sign-in", "email", email, "password", "wrong");
        }

        visitor.post("/reset-password/" + linkFor(workspace, operator).reveal(), "password", NEW);

        assertThat(visitor.post("/sign-in", "email", email, "password", NEW).status())
                .isEqualTo(303);
    }
}
