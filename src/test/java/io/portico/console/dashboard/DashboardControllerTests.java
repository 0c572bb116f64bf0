package io.portico.console.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import io.portico.PorticoTest;
import io.portico.access.OperatorSessions;
import io.portico.activity.Fact;
import io.portico.activity.FactKind;
import io.portico.contacts.Contact;
import io.portico.contacts.Standing;
import io.portico.contacts.StandingChange;
import io.portico.contacts.StandingChanged;
import io.portico.kernel.ContactId;
import io.portico.tenancy.Tenancy;
import io.portico.workspace.Role;
import io.portico.workspace.Workspace;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class DashboardControllerTests extends PorticoTest {
    @FactKind("test.unknown")
    record Unheard(ContactId contact, Standing before, Standing after) implements StandingChanged {
        @Override
        public Optional<ContactId> about() {
            return Optional.of(contact);
        }
    }

    @FactKind("contact.joined")
    record Joined(ContactId contact) implements Fact {
        @Override
        public Optional<ContactId> about() {
            return Optional.of(contact);
        }
    }

    private static final Instant NOW = Instant.now();
    private static final LocalDate TODAY = LocalDate.ofInstant(NOW, ZoneOffset.UTC);

    @Autowired
    OperatorSessions sessions;

    @Autowired
    Tenancy tenancy;

    @Test
    void beginsWithThreeStepsInANewWorkspace() {
        var workspace = aWorkspace();

        assertThat(page(workspace, Role.OWNER))
                .contains("Begin here", "/w/" + workspace.slug() + "/people/import")
                .doesNotContain("trend-chart");
    }

    @Test
    void showsThePortalUrlAndWhatIsKnownOfItsHealth() {
        var workspace = aWorkspace();

        assertThat(page(workspace, Role.OWNER))
                .contains("http://" + workspace.slug() + ".localhost:" + installation.port())
                .contains("Reachable on this installation");
    }

    @Test
    void saysThatMailsReachNobodyWhileNoMailServerIsSet() {
        assertThat(page(aWorkspace(), Role.MEMBER)).contains("No mail server is set");
    }

    @Test
    void showsTheFiguresAndLeadsToExactlyThoseContacts() {
        var workspace = aWorkspace();
        change(workspace, standing -> standing.invited(NOW));
        change(workspace, standing -> standing.invited(NOW).signedIn(NOW, TODAY));

        String page = page(workspace, Role.OWNER);

        assertThat(figure(page, "invited")).isEqualTo("2");
        assertThat(figure(page, "joined")).isEqualTo("1");
        assertThat(figure(page, "pending")).isEqualTo("1");
        assertThat(figure(page, "active")).isEqualTo("1");
        assertThat(page)
                .contains("Joined ÷ invited: 50%")
                .contains("/people?group=invited", "/people?group=ever-joined", "/people?group=joined-uninvited")
                .contains("2 people were invited for the first time and 1 joined");
    }

    @Test
    void offersTheThreeActionsInTheirOrder() {
        assertThat(page(aWorkspace(), Role.MEMBER))
                .containsSubsequence("Generate magic link", "Invite to client portal", "Send login email")
                .doesNotContain("Your role only reads");
    }

    @Test
    void tellsAViewerWhyTheActionsCannotBeUsed() {
        var workspace = aWorkspace();

        assertThat(page(workspace, Role.VIEWER))
                .contains("Your role only reads")
                .doesNotContain("href=\"/w/" + workspace.slug() + "/magic-link\"");
    }

    @Test
    void answersNothingNewUntilSomethingHappened() {
        var workspace = aWorkspace();
        var browser = browser(workspace, Role.MEMBER);
        String poll = pollIn(browser.get("/w/" + workspace.slug()).body());
        // The minute may turn between page and question, as it is part of the version.
        if (browser.get(poll).statusCode() == 200) {
            poll = pollIn(browser.get(poll).body());
        }
        assertThat(browser.get(poll).statusCode()).isEqualTo(204);

        Contact minji = change(workspace, standing -> standing.signedIn(NOW, TODAY));

        var changed = browser.get(poll);
        assertThat(changed.statusCode()).isEqualTo(200);
        assertThat(figure(changed.body(), "joined")).isEqualTo("1");
        assertThat(changed.body()).contains(minji.display()).doesNotContain("<html");
    }

    @Test
    void namesWhoDidItAndWhoIsMeant() {
        var workspace = aWorkspace();
        Contact minji = aContact().named("Minji", "Kim").in(workspace);
        activity.record(workspace.id(), by(ownerOf(workspace).id()), new Joined(minji.id()));

        assertThat(page(workspace, Role.OWNER))
                .contains("href=\"/w/" + workspace.slug() + "/people/" + minji.id() + "\">Minji Kim</a>");
    }

    @Test
    void remembersADeletedContactWithoutTheirName() {
        var workspace = aWorkspace();
        Contact minji = aContact().named("Minji", "Kim").in(workspace);
        contacts.delete(workspace.id(), minji.id(), PORTICO);

        assertThat(page(workspace, Role.OWNER))
                .doesNotContain("Minji")
                .doesNotContain(minji.id().toString());
    }

    @Test
    void showsAFactThatNoBundleKnowsByItsKind() {
        var workspace = aWorkspace();
        change(workspace, standing -> standing.invited(NOW));

        assertThat(page(workspace, Role.OWNER)).contains("test.unknown");
    }

    @Test
    void drawsTheTrendForTheChosenRangeAndForNoOther() {
        var workspace = aWorkspace();
        change(workspace, standing -> standing.invited(NOW.minus(Duration.ofDays(60))));
        var browser = browser(workspace, Role.VIEWER);

        assertThat(browser.get("/w/" + workspace.slug() + "?days=90").body())
                .contains("In the last 90 days 1 person was invited");
        assertThat(browser.get("/w/" + workspace.slug() + "?days=365").body())
                .contains("In the last 365 days 1 person was invited");
        assertThat(browser.get("/w/" + workspace.slug() + "?days=7%27").body())
                .contains("In the last 30 days nobody was invited");
    }

    @Test
    void isNotThereForOperatorsOfOtherWorkspaces() {
        var workspace = aWorkspace();
        var stranger = browser(aWorkspace(), Role.OWNER);

        for (String path : new String[] {"", "/live", "/activity"}) {
            assertThat(stranger.get("/w/" + workspace.slug() + path).statusCode())
                    .isEqualTo(404);
        }
    }

    private Contact change(Workspace workspace, UnaryOperator<Standing> how) {
        Contact contact = aContact().in(workspace);
        tenancy.run(workspace.id(), () -> {
            StandingChange change = contacts.changeStanding(workspace.id(), contact.id(), how);
            activity.record(workspace.id(), PORTICO, new Unheard(contact.id(), change.before(), change.after()));
        });
        // A fact with a sentence, so that the contact is named in the feed.
        activity.record(workspace.id(), PORTICO, new Joined(contact.id()));
        return contact;
    }

    private ConsoleBrowser browser(Workspace workspace, Role role) {
        return ConsoleBrowser.of(
                installation.consoleUrl(),
                sessions,
                anOperator(workspace.id(), role).id());
    }

    private String page(Workspace workspace, Role role) {
        var answer = browser(workspace, role).get("/w/" + workspace.slug());
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body();
    }

    private static String figure(String page, String figure) {
        return found(page, "id=\"figure-" + figure + "\".*?figure-value\">([^<]*)<");
    }

    private static String pollIn(String page) {
        return found(page, "id=\"poll\"[^>]*hx-get=\"([^\"]*)\"").replace("&amp;", "&");
    }

    private static String found(String page, String pattern) {
        Matcher matcher = Pattern.compile(pattern, Pattern.DOTALL).matcher(page);
        assertThat(matcher.find()).as(pattern).isTrue();
        return matcher.group(1);
    }
}
