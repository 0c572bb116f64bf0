package io.portico.console.outreach;

import static org.assertj.core.api.Assertions.assertThat;

import io.portico.Visitor;
import io.portico.Visitor.Page;
import io.portico.console.ConsoleTest;
import io.portico.contacts.Contact;
import io.portico.kernel.Language;
import io.portico.kernel.Slug;
import io.portico.workspace.NewWorkspace;
import io.portico.workspace.Role;
import io.portico.workspace.Workspace;
import java.time.ZoneId;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RunTimingPagesTests extends ConsoleTest {
    private Workspace berlin;
    private Visitor owner;
    private Contact kim;

    @BeforeEach
    void open() {
        var slug = new Slug("berlin-" + UUID.randomUUID().toString().substring(0, 8));
        berlin = workspaces
                .open(
                        new NewWorkspace("Berlin", slug, Language.EN, ZoneId.of("Europe/Berlin")),
                        anOperator().id(),
                        PORTICO)
                .orElseThrow();
        owner = signedIn(berlin, Role.OWNER);
        kim = aContact().in(berlin);
    }

    private Page send(String at, String spread) {
        return owner.post(
                "/w/" + berlin.slug() + "/login-emails/send",
                "id",
                kim.id().toString(),
                "startsAt",
                at,
                "spread",
                spread);
    }

    @ParameterizedTest
    @CsvSource({
        "2020-01-01T09:00, That time is over",
        "tomorrow, is no date and time",
        "2199-01-01T09:00, at most 90 days ahead"
    })
    void refusesATimeWithWords(String typed, String words) {
        Page page = send(typed, "0");

        assertThat(page.status()).isEqualTo(422);
        assertThat(page.body()).contains("startsAt-error", words).contains("value=\"" + typed + "\"");
    }

    /** Clocks go from two to three on the last Sunday of March. */
    @Test
    void refusesATimeThatIsNotOnTheClocks() {
        Page page = send("2027-03-28T02:30", "0");

        assertThat(page.status()).isEqualTo(422);
        assertThat(page.body()).contains("There is no 2027-03-28 02:30", "Choose 2027-03-28 03:00 or later");
    }

    @Test
    void refusesASpreadThatIsNotOffered() {
        assertThat(send("", "1000").status()).isEqualTo(422);
    }

    @Test
    void showsWhenARunStartsAndLetsItStartNow() {
        String later = java.time.LocalDateTime.now(ZoneId.of("Europe/Berlin"))
                .plusDays(2)
                .withNano(0)
                .withSecond(0)
                .toString();
        String run = send(later, "2").location();
        Page page = owner.get(run);
        assertThat(page.body()).contains("Starts on", "Start now", "for 1 recipient");

        assertThat(owner.post(run + "/start").location()).isEqualTo(run);

        assertThat(owner.get(run).body()).contains("Started the run.").doesNotContain("Starts on");
        owner.post(run + "/start");
        assertThat(owner.get(run).body()).contains("had started already");
    }

    @Test
    void handsTheLedgerOutSafelyForSpreadsheets() {
        Contact hostile = aContact().named("=cmd()", "Kim").in(berlin);
        String run = owner.post(
                        "/w/" + berlin.slug() + "/login-emails/send",
                        "id",
                        hostile.id().toString())
                .location();

        Page csv = owner.get(run + "/ledger.csv");

        assertThat(csv.status()).isEqualTo(200);
        assertThat(csv.body())
                .contains("\"'=cmd() Kim\"", hostile.email().orElseThrow().value())
                .contains("Message-ID");
        assertThat(owner.get("/w/" + berlin.slug() + "/runs/" + UUID.randomUUID() + "/ledger.csv")
                        .status())
                .isEqualTo(404);
        assertThat(signedIn(berlin, Role.MEMBER).get(run + "/ledger.csv").status())
                .isEqualTo(403);
    }

    @Test
    void showsAWholeGroupPageByPage() {
        for (int n = 0; n < 60; n++) {
            aContact().withoutAddress().in(berlin);
        }
        Page first = owner.post("/w/" + berlin.slug() + "/login-emails/group", "all", "true", "verdict", "no-address");
        assertThat(first.body()).contains("name=\"after\"");
        assertThat(owner.post("/w/" + berlin.slug() + "/login-emails/group", "all", "true", "verdict", "nonsense")
                        .status())
                .isEqualTo(404);
        Page plan = owner.get("/w/" + berlin.slug() + "/login-emails?all=true");
        assertThat(plan.body()).contains("and 40 more");
    }

    @Test
    void savesHowFastRunsSendAndRefusesNonsense() {
        String path = "/w/" + berlin.slug() + "/settings/pace";

        assertThat(owner.post(path, "perMinute", "lots", "perDomain", "").status())
                .isEqualTo(422);
        assertThat(owner.post(path, "perMinute", "1,200", "perDomain", "60").status())
                .isEqualTo(303);

        assertThat(owner.get(path).body()).contains("value=\"1200\"", "value=\"60\"");
        assertThat(signedIn(berlin, Role.MEMBER).get(path).status()).isEqualTo(403);
    }
}
