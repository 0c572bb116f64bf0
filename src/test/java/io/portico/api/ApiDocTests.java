package io.portico.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.portico.access.keys.ApiScope;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The lines that a beginner copies out of the pages, run as they stand there. */
class ApiDocTests extends ApiTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Test
    void beginnersLinesWorkInTheirOrder() throws Exception {
        List<JsonNode> answers = answersTo("docs/api.md");

        assertThat(answers).hasSize(5);
        assertThat(answers.get(0).path("slug").asString()).isEqualTo(acme.slug().value());
        assertThat(answers.get(1).path("email").asString()).isEqualTo("minji@example.com");
        assertThat(answers.get(2).path("url").asString()).contains("/in/");
        assertThat(answers.get(3).path("invited").asInt()).isEqualTo(1);
        assertThat(answers.get(4).path("figures").path("invited").asInt()).isEqualTo(1);
    }

    @Test
    void linesForAutomationToolsLeadToALink() throws Exception {
        List<JsonNode> answers = answersTo("docs/automation-tools.md");

        assertThat(answers).hasSize(3);
        assertThat(answers.get(1).path("url").asString()).contains("/in/");
        assertThat(answers.get(2).path("text").asString())
                .startsWith("Hello Minji, ")
                .contains("/in/");
    }

    private List<JsonNode> answersTo(String page) throws Exception {
        String key = aKey(acme, ApiScope.values()).secret().reveal();
        List<JsonNode> answers = new ArrayList<>();
        for (String line : Files.readAllLines(Path.of(page))) {
            if (line.startsWith("curl -fsS ")) {
                answers.add(JSON.readTree(run(line, key)));
            }
        }
        return answers;
    }

    private String run(String line, String key) throws Exception {
        ProcessBuilder shell = new ProcessBuilder("bash", "-c", line).redirectErrorStream(true);
        shell.environment().put("PORTICO", "http://localhost:" + installation.port());
        shell.environment().put("KEY", key);
        Process process = shell.start();
        String said = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(line + said).isZero();
        return said;
    }
}
