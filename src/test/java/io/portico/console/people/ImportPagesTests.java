package io.portico.console.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.portico.PorticoTest;
import io.portico.access.OperatorSessions;
import io.portico.console.people.ConsoleClient.Page;
import io.portico.contacts.People;
import io.portico.contacts.PeopleFilter;
import io.portico.contacts.Selection;
import io.portico.kernel.EmailAddress;
import io.portico.kernel.Language;
import io.portico.workspace.Workspace;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class ImportPagesTests extends PorticoTest {
    private static final Charset KOREAN = Charset.forName("x-windows-949");

    @Autowired
    private OperatorSessions sessions;

    @Autowired
    private People people;

    private Workspace acme;
    private ConsoleClient owner;

    @BeforeEach
    void signIn() {
        acme = aWorkspace();
        owner = new ConsoleClient(
                installation.consoleUrl(), sessions, ownerOf(acme).id());
        owner.get(at("/import"));
    }

    @Test
    void leadsFromTheFileToTheVerdictOnEveryRow() {
        Page preview = preview("""
                First Name,Last Name,Email,Phone,Tags,Company
                Minji,Kim,minji@example.com,010-1234-5678,vip,Acme
                Jordan,Lee,nonsense,,,
                Again,,MINJI@example.com,,,
                """);
        assertThat(preview.text())
                .contains("people.csv", "3 rows", "Minji", "minji@example.com", "Import 3 rows")
                .contains("<option value=\"utf-8\" selected>", "<option value=\"comma\" selected>")
                .contains("<option value=\"email\" selected>", "Custom field: Company")
                .contains("Leave out");

        Page done = started(preview, "first-name", "last-name", "email", "phone", "tags", "custom:Company");

        assertThat(done.text())
                .contains("Went through 3 rows: 1 created, 1 duplicate in the file, 1 invalid.")
                .contains("Row 3: Column 3 (Email): An e-mail address has an @")
                .contains("nonsense")
                .doesNotContain("data-poll");
        var minji = contacts.withEmail(acme.id(), EmailAddress.of("minji@example.com"))
                .orElseThrow();
        assertThat(minji.custom()).containsEntry("Company", "Acme");
        assertThat(minji.tags()).containsExactly("vip", "from, file");

        Page verdicts = owner.get(hrefOf(done, "verdicts.csv"));
        assertThat(verdicts.headers().get("content-disposition").getFirst()).startsWith("attachment");
        assertThat(verdicts.text())
                .startsWith(
                        "\ufeff\"Row\",\"Result\",\"Reason\",\"E-mail\"\r\n\"2\",\"Created\",\"\",\"minji@example.com\"\r\n")
                .contains("\"3\",\"Invalid\",\"Column 3 (Email):", "\"4\",\"Duplicate in file\"");
        assertThat(owner.get(at("/import")).text()).contains("Latest imports", "people.csv", "Finished");
    }

    @Test
    void readsKoreanExcelAndLetsTheGuessBeChanged() {
        byte[] file = "이름,이메일\n김민지,minji@example.com\n".getBytes(KOREAN);
        Page preview = owner.follow(owner.upload(at("/import"), "고객.csv", file));
        assertThat(preview.text()).contains("고객.csv", "김민지", "<option value=\"cp949\" selected>");

        Page garbled = owner.follow(
                owner.post(path(preview) + "/dialect", "encoding", "utf-8", "delimiter", "comma", "header", "true"));
        assertThat(garbled.text())
                .contains("no text in UTF-8", "Row 1:", "column 1".replace('c', 'C'))
                .doesNotContain("Import 1 row<");
        Page refused = owner.post(path(garbled) + "/start", "target", "full-name", "target", "email");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(people.count(acme.id(), new Selection.Matching(PeopleFilter.ALL)))
                .isZero();

        Page right = owner.follow(owner.post(path(garbled) + "/dialect", "encoding", "cp949"));
        assertThat(right.text()).contains("김민지", "Import 1 row<");
        Page semicolons = owner.follow(
                owner.post(path(right) + "/dialect", "encoding", "cp949", "delimiter", "semicolon", "header", "false"));
        assertThat(semicolons.text()).contains("Import 2 rows", "<option value=\"semicolon\" selected>");
    }

    @Test
    void showsTheColumnsAgainAsTheyWereChosen() {
        Page preview = preview("a,b\nMinji,minji@example.com\n");

        Page again = owner.post(path(preview) + "/start", "target", "email", "target", "email", "tags", "vip");
        assertThat(again.status()).isEqualTo(422);
        assertThat(again.text())
                .contains("More than one column goes to: E-mail.", "value=\"vip\"")
                .containsPattern("(?s)<option value=\"email\" selected>.*<option value=\"email\" selected>");
        assertThat(owner.post(path(preview) + "/start", "target", "ignore", "target", "tags")
                        .text())
                .contains("No column says who a row is about");
    }

    @Test
    void tellsWhatIsNoCsvBeforeItIsImported() {
        Page preview = preview("name,email\n\"Kim \"the boss\",kim@example.com\nLee,lee@example.com\n");

        assertThat(preview.text())
                .contains("1 row is no proper CSV and will be left out.")
                .contains("Row 2: Column 1: Text goes on after a closing quote");
    }

    @Test
    void asksForAFileAgainWhenThereIsNone() {
        assertThat(owner.upload(at("/import"), "empty.csv", new byte[0]).status())
                .isEqualTo(422);
        assertThat(owner.upload(at("/import"), "empty.csv", new byte[0]).text())
                .contains("Choose a file that is not empty", "id=\"file-error\"");
        assertThat(preview("\n\n").text()).contains("There are no rows in this file");
    }

    @Test
    void saysThatAFileIsTooLarge() {
        Page refused = owner.upload(at("/import"), "huge.csv", new byte[52 << 20]);

        assertThat(refused.status()).isEqualTo(413);
        assertThat(refused.text()).contains("The file is too large", "50 MB");
    }

    @Test
    void takesAFileNameForTextAndNothingElse() {
        Page preview = owner.follow(owner.upload(
                at("/import"), "../../<img src=x>.csv", "email\nkim@example.com\n".getBytes(StandardCharsets.UTF_8)));

        assertThat(preview.text()).contains("&lt;img src=x&gt;.csv").doesNotContain("<img src=x>", "../");
    }

    @Test
    void discardsADraft() {
        Page preview = preview("email\nkim@example.com\n");

        assertThat(owner.follow(owner.post(path(preview) + "/discard")).text()).contains("Discarded people.csv.");
        assertThat(owner.get(path(preview)).status()).isEqualTo(404);
    }

    @Test
    void belongsToItsWorkspaceAlone() {
        Page preview = preview("email\nkim@example.com\n");
        String foreign = path(preview).replace(acme.slug().value(), "other");
        Workspace other = aWorkspace();
        var stranger = new ConsoleClient(
                installation.consoleUrl(), sessions, ownerOf(other).id());
        String there = path(preview).replace("/w/" + acme.slug(), "/w/" + other.slug());
        stranger.get("/w/" + other.slug() + "/people");

        assertThat(stranger.get(there).status()).isEqualTo(404);
        assertThat(stranger.get(there + "/verdicts.csv").status()).isEqualTo(404);
        assertThat(stranger.get(path(preview)).status()).isEqualTo(404);
        for (String action : new String[] {"/start", "/dialect", "/cancel", "/discard"}) {
            assertThat(stranger.post(there + action, "target", "email").status())
                    .as(action)
                    .isEqualTo(404);
        }
        assertThat(owner.get(path(preview)).status()).isEqualTo(200);
        assertThat(owner.get(foreign).status()).isEqualTo(404);
    }

    @Test
    void exportsWhatMatchesSafelyForSpreadsheets() {
        aContact()
                .named("=HYPERLINK(\"http://evil\")", "Kim")
                .at("kim@example.com")
                .withPhone("+82 10 1")
                .tagged("vip", "a, b")
                .in(acme);
        aContact().named("Somebody", "Else").in(acme);

        Page export = owner.get(at("/export.csv?tag=vip"));

        assertThat(export.headers().get("content-type").getFirst()).startsWith("text/csv");
        assertThat(export.headers().get("content-disposition").getFirst())
                .startsWith("attachment; filename=\"people-" + acme.slug() + "-");
        assertThat(export.text())
                .startsWith("\ufeff\"First name\"")
                .contains("\"'=HYPERLINK(\"\"http://evil\"\")\",\"Kim\",\"kim@example.com\",\"'+82 10 1\"")
                .doesNotContain("Somebody");
        assertThat(activity.latest(acme.id(), 1).getFirst().kind()).isEqualTo("contacts.exported");
        assertThat(activity.latest(acme.id(), 1)
                        .getFirst()
                        .details()
                        .path("text")
                        .asString())
                .isEqualTo("1");
    }

    @Test
    void readsItsOwnExportAgainWithoutAChange() {
        aContact()
                .named("민지", "김")
                .at("minji@example.com")
                .withPhone("+82 10 1234 5678")
                .tagged("a, b", "vip")
                .speaking(Language.KO)
                .in(acme);
        byte[] file = owner.get(at("/export.csv")).text().getBytes(StandardCharsets.UTF_8);

        Page preview = owner.follow(owner.upload(at("/import"), "again.csv", file));
        Page done = startedAsGuessed(preview);

        assertThat(done.text()).contains("Went through 1 row: 1 unchanged.");
    }

    @Test
    void speaksKorean() {
        operators.changeLanguage(ownerOf(acme).id(), Language.KO);

        assertThat(preview("email\nnonsense\n").text()).contains("1행 가져오기", "인코딩");
        Page done = startedAsGuessed(preview("email\nnonsense\n"));
        assertThat(done.text()).contains("1행을 처리했습니다: 제외 1.", "2행: 1번째 열(email)");
    }

    private Page preview(String file) {
        return owner.follow(owner.upload(at("/import"), "people.csv", file.getBytes(StandardCharsets.UTF_8)));
    }

    private Page startedAsGuessed(Page preview) {
        var chosen = java.util.regex.Pattern.compile("<option value=\"([^\"]+)\" selected>")
                .matcher(preview.text().substring(preview.text().indexOf("name=\"target\"")));
        var targets = new java.util.ArrayList<String>();
        while (chosen.find()) {
            targets.add(chosen.group(1));
        }
        return started(preview, targets.toArray(String[]::new));
    }

    private Page started(Page preview, String... targets) {
        String[] fields = new String[targets.length * 2 + 2];
        for (int i = 0; i < targets.length; i++) {
            fields[2 * i] = "target";
            fields[2 * i + 1] = targets[i];
        }
        fields[targets.length * 2] = "tags";
        fields[targets.length * 2 + 1] = preview.text().contains("Acme") && targets.length == 6 ? "\"from, file\"" : "";
        owner.follow(owner.post(path(preview) + "/start", fields));
        await().atMost(Duration.ofSeconds(20))
                .until(() -> !owner.get(path(preview)).text().contains("data-poll"));
        return owner.get(path(preview));
    }

    /** The address of the import that a page is about. */
    private static String path(Page page) {
        var found = java.util.regex.Pattern.compile("action=\"(/w/[^\"]+/people/import/[0-9a-f-]{36})/")
                .matcher(page.text());
        assertThat(found.find()).as(page.text()).isTrue();
        return found.group(1);
    }

    private static String hrefOf(Page page, String end) {
        var found =
                java.util.regex.Pattern.compile("href=\"([^\"]+" + end + ")\"").matcher(page.text());
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    private String at(String below) {
        return "/w/" + acme.slug() + "/people" + below;
    }
}
