package io.portico.console.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import io.portico.PorticoTest;
import io.portico.access.OperatorSessions;
import io.portico.activity.Actor;
import io.portico.activity.Fact;
import io.portico.activity.FactKind;
import io.portico.workspace.Role;
import io.portico.workspace.Workspace;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class ActivityControllerTests extends PorticoTest {
    @FactKind("test.noted")
    record Noted(int n) implements Fact {}

    @FactKind("test.other")
    record Other(int n) implements Fact {}

    @Autowired
    OperatorSessions sessions;

    @Test
    void listsEverythingPageByPageAndNothingTwice() {
        var workspace = aWorkspace();
        for (int n = 0; n < 120; n++) {
            activity.record(workspace.id(), PORTICO, new Noted(n));
        }
        var browser = browser(workspace, Role.OWNER);

        List<Integer> rows = new ArrayList<>();
        String path = "/w/" + workspace.slug() + "/activity?kind=test.noted";
        while (!path.isEmpty()) {
            String page = browser.get(path).body();
            rows.add(all(page, "<code>test.noted</code>").size());
            path = all(page, "href=\"([^\"]*before=[^\"]*)\"").stream()
                    .findFirst()
                    .map(found -> found.group(1).replace("&amp;", "&"))
                    .orElse("");
        }

        assertThat(rows).containsExactly(50, 50, 20);
    }

    @Test
    void showsOneKindWhenAskedToAndAllForAKindThereIsNot() {
        var workspace = aWorkspace();
        activity.record(workspace.id(), PORTICO, List.of(new Noted(1), new Other(2)));
        var browser = browser(workspace, Role.ADMIN);

        assertThat(browser.get("/w/" + workspace.slug() + "/activity?kind=test.noted")
                        .body())
                .contains("<code>test.noted</code>")
                .doesNotContain("<code>test.other</code>");
        assertThat(browser.get("/w/" + workspace.slug() + "/activity?kind=%22%3E%3Cb%3E")
                        .body())
                .contains("<code>test.noted</code>", "<code>test.other</code>")
                .doesNotContain("<b>");
    }

    @Test
    void isForOwnersAndAdminsAlone() {
        var workspace = aWorkspace();
        String path = "/w/" + workspace.slug() + "/activity";

        assertThat(browser(workspace, Role.ADMIN).get(path).statusCode()).isEqualTo(200);
        assertThat(browser(workspace, Role.MEMBER).get(path).statusCode()).isEqualTo(403);
    }

    @Test
    void findsWhatPeopleDidAndWhatWasDoneToThem() {
        var workspace = aWorkspace();
        var minji = aContact().named("Minji", "Kim").in(workspace);
        var other = aContact().named("Jonas", "Keller").in(workspace);
        var owner = ownerOf(workspace);
        activity.record(workspace.id(), new Actor.Contact(minji.id(), "198.51.100.7"), new Noted(1));
        activity.record(workspace.id(), new Actor.Operator(owner.id(), "203.0.113.9"), new Other(2));
        var browser = browser(workspace, Role.ADMIN);
        String path = "/w/" + workspace.slug() + "/activity?q=";

        assertThat(browser.get(path + "minji").body())
                .contains("<code>test.noted</code>", "<code>contact.created</code>", "Minji Kim")
                .doesNotContain("<code>test.other</code>", other.display());
        assertThat(browser.get(path + owner.email().value()).body())
                .contains("<code>test.other</code>")
                .doesNotContain("<code>test.noted</code>");
        assertThat(browser.get(path + "198.51.100.7").body())
                .contains("<code>test.noted</code>")
                .doesNotContain("<code>test.other</code>", "<code>contact.created</code>");
        assertThat(browser.get(path + "nobody-at-all").body()).contains("Nothing to show");
    }

    @Test
    void findsTheDaysFromOneToAnother() {
        var workspace = aWorkspace();
        activity.record(workspace.id(), PORTICO, new Noted(1));
        LocalDate today = LocalDate.now(workspace.timeZone());
        var browser = browser(workspace, Role.ADMIN);
        String path = "/w/" + workspace.slug() + "/activity?";

        assertThat(browser.get(path + "from=" + today + "&to=" + today).body()).contains("<code>test.noted</code>");
        assertThat(browser.get(path + "from=" + today.plusDays(1)).body()).doesNotContain("<code>test.noted</code>");
        assertThat(browser.get(path + "to=" + today.minusDays(1)).body()).doesNotContain("<code>test.noted</code>");
        for (String nonsense :
                List.of("from=nonsense", "to=%2B999999999-12-31", "from=%2B300000-01-01", "from=-0001-01-01")) {
            assertThat(browser.get(path + nonsense).body()).contains("<code>test.noted</code>");
        }
    }

    @Test
    void givesOwnersAFileOfWhatIsLookedFor() {
        var workspace = aWorkspace();
        for (int n = 0; n < 1_001; n++) {
            activity.record(workspace.id(), PORTICO, new Noted(n));
        }
        activity.record(workspace.id(), PORTICO, new Other(2));
        String path = "/w/" + workspace.slug() + "/activity/export.csv?kind=test.noted";

        String file = browser(workspace, Role.OWNER).get(path).body();

        assertThat(file.lines()).hasSize(1 + 1_001);
        assertThat(file).contains("\"{\"\"n\"\":1000}\"").doesNotContain("test.other");
        assertThat(activity.latest(workspace.id(), 1)).singleElement().satisfies(entry -> {
            assertThat(entry.kind()).isEqualTo("activity.exported");
            assertThat(entry.details().path("text").asString()).isEqualTo("?kind=test.noted");
        });
        assertThat(browser(workspace, Role.ADMIN).get(path).statusCode()).isEqualTo(403);
    }

    private ConsoleBrowser browser(Workspace workspace, Role role) {
        return ConsoleBrowser.of(
                installation.consoleUrl(),
                sessions,
                anOperator(workspace.id(), role).id());
    }

    private static List<MatchResult> all(String page, String pattern) {
        return Pattern.compile(pattern).matcher(page).results().toList();
    }
}
