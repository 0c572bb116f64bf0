package io.portico.console.doors;

import static org.assertj.core.api.Assertions.assertThat;

import io.portico.Visitor;
import io.portico.Visitor.Page;
import io.portico.access.Device;
import io.portico.access.LinkPurpose;
import io.portico.access.LinkTarget;
import io.portico.access.MagicLinks;
import io.portico.access.NewLink;
import io.portico.access.RedeemResult;
import io.portico.access.Redemption;
import io.portico.access.SetUpLinks;
import io.portico.activity.Activity;
import io.portico.activity.ActivityEntry;
import io.portico.activity.Actor;
import io.portico.browser.Browsing;
import io.portico.browser.View;
import io.portico.contacts.Contacts;
import io.portico.contacts.NewContact;
import io.portico.contacts.PersonName;
import io.portico.contacts.SaveResult;
import io.portico.installation.StartNotice;
import io.portico.kernel.ContactId;
import io.portico.kernel.EmailAddress;
import io.portico.kernel.Secret;
import io.portico.kernel.Slug;
import io.portico.kernel.WorkspaceId;
import io.portico.tenancy.Tenancy;
import io.portico.workspace.Colleague;
import io.portico.workspace.Operators;
import io.portico.workspace.Role;
import io.portico.workspace.Workspace;
import io.portico.workspace.Workspaces;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
            "portico.data=target/test-data/${portico.fork:1}/${random.uuid}",
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
    MagicLinks magicLinks;

    @Autowired
    Redemption redemption;

    @Autowired
    Contacts contacts;

    @Autowired
    Tenancy tenancy;

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

    /** Here the door is open, so what comes with another secret is refused for that alone. */
    @Test
    void opensToNoSecretOfAnotherKind() {
        String right = printedLink();
        Visitor visitor = new Visitor(port);
        assertThat(visitor.get(right).status()).isEqualTo(200);
        List<String> others = new ArrayList<>(
                List.of(visitor.cookie("portico_csrf"), Secret.random().reveal(), anOperatorInvitation()));
        others.addAll(theLinksAndTheSessionOfAContact());

        assertThat(others).hasSize(3 + LinkPurpose.values().length + 1).allSatisfy(secret -> {
            assertThat(visitor.get("/set-up/" + secret).status()).isIn(404, 410);
            visitor.post("/set-up/" + secret, form());
            assertThat(operators.noneYet()).isTrue();
        });
        assertThat(visitor.get(right).status()).isEqualTo(200);
    }

    private String anOperatorInvitation() {
        Secret secret = Secret.random();
        WorkspaceId workspace = aWorkspaceOfNobody();
        tenancy.run(
                workspace,
                () -> jdbc.sql("""
                        insert into operator_invitation (workspace_id, id, email, email_key, role, token_hash,
                            invited_by, created_at, ordered_at, expires_at)
                        values (?, gen_random_uuid(), 'a@example.com', 'a@example.com', 'owner', ?,
                            gen_random_uuid(), now(), now(), now() + interval '1 day')""").params(workspace.value(), secret.hash()).update());
        return secret.reveal();
    }

    private WorkspaceId aWorkspaceOfNobody() {
        WorkspaceId id = WorkspaceId.next(Clock.systemUTC());
        jdbc.sql("insert into workspace (id, slug, name, language, time_zone, created_at)"
                        + " values (?, ?, 'Nobody', 'en', 'Asia/Seoul', now())")
                .params(id.value(), "nobody-" + id.toString().substring(24))
                .update();
        return id;
    }

    private List<String> theLinksAndTheSessionOfAContact() {
        WorkspaceId workspace = aWorkspaceOfNobody();
        var contact = new NewContact(
                new PersonName("Mia", "Park"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Map.of(),
                "test");
        if (!(contacts.create(workspace, contact, new Actor.Portico()) instanceof SaveResult.Saved(var mia))) {
            throw new AssertionError("not created");
        }
        List<String> secrets = new ArrayList<>();
        for (LinkPurpose purpose : LinkPurpose.values()) {
            secrets.add(aLink(workspace, mia.id(), purpose));
        }
        Secret link =
                Secret.parse(aLink(workspace, mia.id(), LinkPurpose.OPERATOR)).orElseThrow();
        if (redemption.byLink(workspace, link, new Device("203.0.113.7", "Phone"))
                instanceof RedeemResult.SignedIn signedIn) {
            secrets.add(signedIn.session().reveal());
        }
        return secrets;
    }

    private String aLink(WorkspaceId workspace, ContactId contact, LinkPurpose purpose) {
        var wanted = new NewLink(contact, purpose, Optional.empty(), LinkTarget.HOME, Optional.empty());
        String path =
                magicLinks.make(workspace, wanted, new Actor.Portico()).url().getPath();
        return path.substring("/in/".length());
    }

    @ParameterizedTest
    @MethodSource("io.portico.browser.View#crossed")
    void showsOneCalmPage(View view) {
        com.microsoft.playwright.Page page = browsing.page(view);
        page.navigate("http://localhost:" + port + printedLink());

        page.locator("#slug").fill("acme");

        assertThat(page.locator("#slug-hint").textContent()).contains("http://acme.localhost");
        assertThat(page.locator("#timeZone").inputValue()).isEqualTo("Asia/Seoul");
        browsing.screenshot(page, "set-up-" + view);
        browsing.assertAccessible(page);
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
