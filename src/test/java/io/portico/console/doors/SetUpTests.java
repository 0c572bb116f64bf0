package io.portico.console.doors;

import static org.assertj.core.api.Assertions.assertThat;

import io.portico.Visitor;
import io.portico.Visitor.Page;
import io.portico.access.SetUpLinks;
import io.portico.activity.Activity;
import io.portico.activity.ActivityEntry;
import io.portico.browser.Browsing;
import io.portico.browser.View;
import io.portico.installation.StartNotice;
import io.portico.kernel.EmailAddress;
import io.portico.kernel.Secret;
import io.portico.kernel.Slug;
import io.portico.workspace.Colleague;
import io.portico.workspace.Operators;
import io.portico.workspace.Role;
import io.portico.workspace.Workspace;
import io.portico.workspace.Workspaces;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Has an installation of its own, since all others have operators. */
@SpringBootTest(
        webEnvironment = WebEnvironment.DEFINED_PORT,
        properties = {
            "portico.port=0",
            "portico.data=target/test-data/${random.uuid}",
            "portico.database.binaries=target/postgres-binaries",
            "portico.database.durable=false"
        })
class SetUpTests {
    @RegisterExtension
    final Browsing browsing = new Browsing();

    @LocalServerPort
    int port;

    @Autowired
    List<StartNotice> notices;

    @Autowired
    SetUpLinks links;

    @Autowired
    Operators operators;

    @Autowired
    Workspaces workspaces;

    @Autowired
    Activity activity;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void asOnTheFirstDay() {
        jdbc.sql("truncate operator, workspace, set_up_link cascade").update();
    }

    private String printedLink() {
        return notices.stream()
                .flatMap(notice -> notice.lines().stream())
                .filter(line -> line.startsWith("Set-up"))
                .map(line -> line.replaceAll(".*(/set-up/)", "$1"))
                .findFirst()
                .orElse("");
    }

    private static String[] form(String... changes) {
        List<String> fields = new ArrayList<>(List.of(
                "name", " Minji Kim ",
                "email", "Minji@Example.com",
                "password", "seven quiet herons",
                "workspace", "Acme Studio",
                "slug", "Acme",
                "workspaceLanguage", "ko",
                "timeZone", "Asia/Seoul"));
        for (int i = 0; i < changes.length; i += 2) {
            fields.set(fields.indexOf(changes[i]) + 1, changes[i + 1]);
        }
        return fields.toArray(String[]::new);
    }

    @Test
    void leadsFromThePrintedLinkToTheFirstWorkspace() {
        Visitor visitor = new Visitor(port);
        String link = printedLink();
        Page page = visitor.get(link);

        Page answer = visitor.post(link, form());

        assertThat(page.status()).isEqualTo(200);
        assertThat(answer.status()).isEqualTo(303);
        assertThat(answer.location()).isEqualTo("/w/acme");
        assertThat(visitor.get("/w/acme/operators").body()).contains("Minji Kim");
        Workspace workspace = workspaces.withSlug(new Slug("acme")).orElseThrow();
        assertThat(workspace.timeZone().getId()).isEqualTo("Asia/Seoul");
        assertThat(operators.of(workspace.id())).extracting(Colleague::role).containsExactly(Role.OWNER);
        assertThat(activity.latest(workspace.id(), 9))
                .extracting(ActivityEntry::kind)
                .containsExactly("operator.signed_in", "workspace.opened");
    }

    @ParameterizedTest
    @MethodSource("views")
    void showsOneCalmPage(View view) {
        com.microsoft.playwright.Page page = browsing.page(view);
        page.navigate("http://localhost:" + port + printedLink());

        page.locator("#slug").fill("acme");

        assertThat(page.locator("#slug-hint").textContent()).contains("http://acme.localhost");
        assertThat(page.locator("#timeZone").inputValue()).isEqualTo("Asia/Seoul");
        browsing.screenshot(page, "set-up-" + view);
        browsing.assertAccessible(page);
    }

    static List<View> views() {
        return Stream.concat(View.all().stream(), Stream.of(View.WIDE.korean())).toList();
    }

    @Test
    void isClosedForGoodOnceAnOperatorExists() {
        Visitor visitor = new Visitor(port);
        String link = printedLink();
        visitor.get(link);
        visitor.post(link, form());

        assertThat(printedLink()).isEmpty();
        assertThat(links.make()).isEmpty();
        Visitor later = new Visitor(port);
        assertThat(later.get(link).status()).isEqualTo(404);
        assertThat(later.post(link, form("email", "eve@example.com", "slug", "evil"))
                        .status())
                .isEqualTo(404);
        assertThat(operators.withEmail(EmailAddress.of("eve@example.com"))).isEmpty();
    }

    @Test
    void letsAnOlderLinkDieWhenANewOneIsMade() {
        String older = printedLink();
        String newer = printedLink();

        assertThat(new Visitor(port).get(older).status()).isEqualTo(404);
        assertThat(new Visitor(port).get(newer).status()).isEqualTo(200);
    }

    @Test
    void diesAfterADay() {
        String link = printedLink();
        jdbc.sql("update set_up_link set expires_at = expires_at - interval '24 hours'")
                .update();

        assertThat(new Visitor(port).get(link).status()).isEqualTo(404);
    }

    @Test
    void saysTheSameOfEveryLinkThatDoesNotWork() {
        String older = printedLink();
        printedLink();

        String unknown = page("/set-up/" + Secret.random().reveal());

        assertThat(unknown).contains("start it again");
        assertThat(page(older)).isEqualTo(unknown);
        assertThat(page("/set-up/x")).isEqualTo(unknown);
    }

    private String page(String path) {
        Page page = new Visitor(port).get(path);
        assertThat(page.status()).isEqualTo(404);
        return page.body().replaceAll("value=\"[^\"]*\"", "");
    }

    @Test
    void keepsWhatWasTypedSaveThePasswordAndSaysWhatIsWrongBesideEachField() {
        Visitor visitor = new Visitor(port);
        String link = printedLink();
        visitor.get(link);

        Page page = visitor.post(
                link, form("email", "minji@", "password", "password123", "slug", "www", "timeZone", "Moon/Base"));

        assertThat(page.status()).isEqualTo(422);
        assertThat(page.body())
                .contains("id=\"email-error\"", "id=\"password-error\"", "id=\"slug-error\"", "id=\"timeZone-error\"")
                .contains("value=\"minji@\"", "value=\"Acme Studio\"", "value=\"www\"", "value=\" Minji Kim \"")
                .contains("<option value=\"ko\" selected")
                .doesNotContain("password123");
        assertThat(operators.noneYet()).isTrue();
        assertThat(visitor.post(link, form()).status()).isEqualTo(303);
    }

    @Test
    void hasOneWinnerOfManyAtOnce() throws InterruptedException {
        String link = printedLink();
        List<Integer> statuses = Collections.synchronizedList(new ArrayList<>());
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            Visitor visitor = new Visitor(port);
            visitor.get(link);
            String slug = "acme-" + i;
            String email = "p" + i + "@example.com";
            threads.add(Thread.startVirtualThread(() -> statuses.add(
                    visitor.post(link, form("slug", slug, "email", email)).status())));
        }
        for (Thread thread : threads) {
            thread.join();
        }

        assertThat(statuses).hasSize(6).containsOnlyOnce(303).containsOnly(303, 404);
        assertThat(workspaces.all()).hasSize(1);
    }

    @Test
    void pointsFromTheSignInPageToTheLink() {
        assertThat(new Visitor(port).get("/sign-in").body()).contains("has not been set up yet");
    }
}
