package io.portico.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.portico.access.keys.ApiScope;
import io.portico.contacts.PeopleFilter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The lines that a beginner copies out of the pages, run as they stand there. */
class ApiDocTests extends ApiTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Test
    void beginnersLinesWorkInTheirOrder() throws Exception {
        ApiScope[] scopes = {
            ApiScope.WORKSPACE_READ,
            ApiScope.CONTACTS_WRITE,
            ApiScope.MAGIC_LINKS_WRITE,
            ApiScope.INVITATIONS_WRITE,
            ApiScope.STATS_READ
        };
        List<JsonNode> answers = answersTo("docs/api.md", scopes);

        assertThat(Files.readString(Path.of("docs/api.md")).replace('\n', ' '))
                .as("the scopes, in the order of the lines")
                .contains(
                        "`workspace:read`, `contacts:write`, `magic-links:write`, `invitations:write` and `stats:read`");
        assertThat(answers).hasSize(5);
        assertThat(answers.get(0).path("slug").asString()).isEqualTo(acme.slug().value());
        assertThat(answers.get(1).path("email").asString()).isEqualTo("minji@example.com");
        assertThat(answers.get(2).path("url").asString()).contains("/in/");
        assertThat(answers.get(3).path("invited").asInt()).isEqualTo(1);
        assertThat(answers.get(4).path("figures").path("invited").asInt()).isEqualTo(1);
    }

    @Test
    void linesForAutomationToolsLeadToALink() throws Exception {
        List<JsonNode> answers =
                answersTo("docs/automation-tools.md", ApiScope.CONTACTS_WRITE, ApiScope.MAGIC_LINKS_WRITE);

        assertThat(answers).hasSize(3);
        assertThat(answers.get(1).path("url").asString()).contains("/in/");
        assertThat(answers.get(2).path("text").asString())
                .startsWith("Hello Minji, ")
                .contains("/in/");
    }

    @Test
    void beginnersSeeWhyALineIsRefused() throws Exception {
        String key = aKey(acme, ApiScope.STATS_READ).secret().reveal();

        Process refused = started(lines("docs/api.md").getFirst(), key);

        assertThat(new String(refused.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .contains("missing_scope", "workspace:read");
        assertThat(refused.waitFor()).isNotZero();
    }

    @Test
    void tellsTheGroupsOfContactsApart() throws Exception {
        List<String> named = Files.readAllLines(Path.of("docs/api.md")).stream()
                .dropWhile(line -> !line.startsWith("| `state` as a filter"))
                .takeWhile(line -> line.startsWith("|"))
                .flatMap(row -> Pattern.compile("`([a-z-]+)`")
                        .matcher(row.split("\\|")[1])
                        .results())
                .map(found -> found.group(1))
                .filter(word -> !word.equals("state"))
                .toList();

        assertThat(named).containsExactlyInAnyOrderElementsOf(groups());
    }

    private static List<String> groups() {
        List<String> groups = new ArrayList<>(Words.of(PeopleFilter.Group.class));
        groups.add(Words.EVERYBODY);
        return groups;
    }

    private static List<String> lines(String page) throws IOException {
        return Files.readAllLines(Path.of(page)).stream()
                .filter(line -> line.startsWith("curl --fail-with-body -sS ") && !line.contains(":import"))
                .toList();
    }

    private List<JsonNode> answersTo(String page, ApiScope... scopes) throws Exception {
        String key = aKey(acme, scopes).secret().reveal();
        List<JsonNode> answers = new ArrayList<>();
        for (String line : lines(page)) {
            answers.add(JSON.readTree(run(line, key)));
        }
        return answers;
    }

    private String run(String line, String key) throws Exception {
        Process process = started(line, key);
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(line + said).isZero();
        return said;
    }

    private Process started(String line, String key) throws IOException {
        ProcessBuilder shell = new ProcessBuilder("bash", "-c", line).redirectErrorStream(true);
        shell.environment().put("PORTICO", "http://localhost:" + installation.port());
        shell.environment().put("KEY", key);
        return shell.start();
    }
}
