package io.portico.console.doors;

import static org.assertj.core.api.Assertions.assertThat;

import io.portico.Visitor;
import io.portico.Visitor.Page;
import io.portico.console.ConsoleTest;
import io.portico.kernel.Language;
import io.portico.kernel.Slug;
import io.portico.workspace.Operator;
import io.portico.workspace.Role;
import io.portico.workspace.Workspace;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorkspaceChoiceTests extends ConsoleTest {
    @Test
    void sendsStrangersToSignIn() {
        assertThat(aVisitor().get("/").location()).isEqualTo("/sign-in");
    }

    @Test
    void tellsWhoeverHasNoneWhomToAsk() {
        Visitor visitor = signedIn(aPerson());

        assertThat(visitor.get("/").location()).isEqualTo("/workspaces/new");
        assertThat(visitor.get("/workspaces/new").body()).contains("You belong to no workspace.");
    }

    @Test
    void goesBackToTheWorkspaceVisitedLast() {
        Workspace first = aWorkspace();
        Workspace second = aWorkspace();
        Operator operator = aPerson(first, Role.OWNER);
        operators.add(second.id(), operator.id(), Role.VIEWER);
        Visitor visitor = signedIn(operator);

        visitor.get("/w/" + second.slug() + "/operators");
        assertThat(visitor.get("/").location()).isEqualTo("/w/" + second.slug());
        visitor.get("/w/" + first.slug() + "/operators");
        assertThat(visitor.get("/").location()).isEqualTo("/w/" + first.slug());
    }

    @Test
    void doesNotGoToAWorkspaceOfOthers() {
        Workspace own = aWorkspace();
        Workspace others = aWorkspace();
        Visitor visitor = signedIn(own, Role.OWNER);

        Page refused = visitor.get("/w/" + others.slug() + "/operators");

        assertThat(refused.status()).isEqualTo(404);
        assertThat(visitor.get("/").location()).isEqualTo("/w/" + own.slug());
    }

    @Test
    void isOpenedByOwnersOnly() {
        Operator operator = aPerson(aWorkspace(), Role.ADMIN);
        Visitor visitor = signedIn(operator);
        String slug = "own-" + operator.id().toString().substring(24);

        Page answer = visitor.post(
                "/workspaces/new", "workspace", "Beta", "slug", slug, "workspaceLanguage", "en", "timeZone", "UTC");

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.body()).contains("Only owners can open another workspace.");
        assertThat(workspaces.withSlug(new Slug(slug))).isEmpty();
    }

    @Test
    void makesWhoeverOpensAWorkspaceItsOwner() {
        Operator operator = aPerson(aWorkspace(), Role.OWNER);
        Visitor visitor = signedIn(operator);
        String slug = "own-" + operator.id().toString().substring(24);

        Page answer = visitor.post(
                "/workspaces/new", "workspace", "Beta", "slug", slug, "workspaceLanguage", "en", "timeZone", "UTC");

        assertThat(answer.location()).isEqualTo("/w/" + slug);
        Workspace opened = workspaces.withSlug(new Slug(slug)).orElseThrow();
        assertThat(operators.roleIn(opened.id(), operator.id())).contains(Role.OWNER);
    }

    @Test
    void saysBesideTheFieldThatASubDomainIsTaken() {
        Page page = signedIn(aPerson(aWorkspace(), Role.OWNER))
                .post(
                        "/workspaces/new",
                        "workspace",
                        "Beta",
                        "slug",
                        aWorkspace().slug().value(),
                        "workspaceLanguage",
                        "en",
                        "timeZone",
                        "UTC");

        assertThat(page.status()).isEqualTo(422);
        assertThat(page.body()).contains("id=\"slug-error\"", "This sub-domain is taken", "value=\"Beta\"");
    }

    @Test
    void switchesTheLanguageForBrowserAndOperator() {
        Operator operator = aPerson();
        Visitor visitor = signedIn(operator);

        Page answer = visitor.post("/language", "language", "ko", "back", "/workspaces/new");

        assertThat(answer.location()).isEqualTo("/workspaces/new");
        assertThat(visitor.get("/workspaces/new").body()).contains("<html lang=\"ko\">", "새 워크스페이스");
        assertThat(operators.find(operator.id()).orElseThrow().language()).isEqualTo(Language.KO);
    }

    @Test
    void switchesTheLanguageForAStranger() {
        Visitor visitor = aVisitor();

        assertThat(visitor.post("/language", "language", "ko", "back", "/sign-in")
                        .location())
                .isEqualTo("/sign-in");
        assertThat(visitor.get("/sign-in").body()).contains("<html lang=\"ko\">", "로그인");
        assertThat(visitor.post("/language", "language", "xx", "back", "/sign-in")
                        .location())
                .isEqualTo("/sign-in");
        assertThat(visitor.get("/sign-in").body()).contains("<html lang=\"ko\">");
    }

    @ParameterizedTest
    @ValueSource(strings = {"//evil.example", "/\\evil.example", "https://evil.example", "/a\r\nX: y", "\u0000", ""})
    void comesBackToThisSiteAlone(String back) {
        assertThat(aVisitor().post("/language", "language", "en", "back", back).location())
                .isEqualTo("/");
    }
}
