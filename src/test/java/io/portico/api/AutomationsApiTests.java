package io.portico.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.portico.api.Program.Reply;
import io.portico.contacts.Contact;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AutomationsApiTests extends ApiTest {
    private static final String ROOT = "/api/v1/automations";

    private static String body(String definition) {
        return "{'name': 'Vips', 'definition': " + definition + "}";
    }

    @Test
    void sayThatTheConditionsKeepAContactOut() {
        Reply made = robot.post(
                ROOT,
                body("{'trigger': {'on': 'joined'}, 'conditions': [{'if': 'tag', 'tag': 'vip'}],"
                        + " 'steps': [{'do': 'stop'}]}"));
        assertThat(made.status()).as(made.text()).isEqualTo(201);
        String path = ROOT + "/" + made.json().path("id").asString();
        robot.post(path + "/publish");

        Reply entered = robot.post(
                path + "/entries", "{'contact_id': '" + aContact().in(acme).id() + "'}");

        assertThat(entered.json().path("entered").asBoolean()).isFalse();
        assertThat(entered.json().path("kept_out").asString()).isEqualTo("conditions");
    }

    @Test
    void areWrittenPublishedAndEntered() {
        Reply made = robot.post(
                ROOT,
                body("{'trigger': {'on': 'tagged', 'tag': 'vip'}, 'steps': [{'do': 'add-tag', 'tag': 'greeted'}]}"));
        assertThat(made.status()).as(made.text()).isEqualTo(201);
        assertThat(made.json().path("state").asString()).isEqualTo("draft");
        String path = ROOT + "/" + made.json().path("id").asString();
        Contact kim = aContact().in(acme);
        String entry = "{'contact_id': '" + kim.id() + "'}";
        assertThat(robot.post(path + "/entries", entry).code()).isEqualTo("not_on");

        assertThat(robot.post(path + "/publish").json().path("version").asInt()).isEqualTo(1);
        assertThat(robot.post(path + "/entries", entry).json().path("entered").asBoolean())
                .isTrue();
        assertThat(robot.post(path + "/entries", entry).json().path("entered").asBoolean())
                .as("once only")
                .isFalse();
        assertThat(robot.post(path + "/entries", entry).json().path("kept_out").asString())
                .isEqualTo("not-again-yet");
        Contact neighbours = aContact().in(aWorkspace());
        assertThat(robot.post(path + "/entries", "{'contact_id': '" + neighbours.id() + "'}")
                        .status())
                .isEqualTo(404);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> contacts.get(acme.id(), kim.id()).tags().contains("greeted"));

        Reply changed = robot.and("If-Match", robot.get(path).header("ETag"))
                .patch(
                        path,
                        "{'definition': {'trigger': {'on': 'joined'}, 'again': 'P30D', 'conditions': [{'if': 'state', 'states': ['joined']}],"
                                + " 'steps': [{'do': 'wait-for', 'event': {'on': 'signed-in'}, 'most': 'P3D', 'then': 'go-on'}]}}");
        assertThat(changed.status()).as(changed.text()).isEqualTo(200);
        assertThat(changed.json().path("unpublished").asBoolean()).isTrue();
        assertThat(changed.json().at("/definition/conditions/0/states/0").asString())
                .isEqualTo("joined");
        assertThat(robot.and("If-Match", "\"old\"").patch(path, "{'name': 'X'}").status())
                .isEqualTo(412);
        assertThat(robot.post(path + "/pause").json().path("state").asString()).isEqualTo("paused");
        assertThat(robot.post(path + "/resume").json().path("state").asString()).isEqualTo("active");
        assertThat(robot.get(ROOT).json().path("data").size()).isOne();
    }

    @Test
    void tellWhatTheyDidForWhomAndAreRemoved() {
        Reply made = robot.post(
                ROOT,
                body("{'trigger': {'on': 'tagged', 'tag': 'vip'}, 'steps':" + " [{'do': 'call-webhook', 'webhook': '"
                        + aWebhook() + "'}, {'do': 'wait', 'time': 'P1D'}]}"));
        assertThat(made.status()).as(made.text()).isEqualTo(201);
        String path = ROOT + "/" + made.json().path("id").asString();
        String unpublished = robot.get(path).header("ETag");
        robot.post(path + "/publish");
        Contact kim = aContact().in(acme);
        Contact lee = aContact().in(acme);
        robot.post(path + "/entries", "{'contact_id': '" + kim.id() + "'}");
        String tag = robot.get(path).header("ETag");
        robot.post(path + "/entries", "{'contact_id': '" + lee.id() + "'}");
        assertThat(robot.get(path).header("ETag"))
                .as("of the automation, not of its crowd")
                .isEqualTo(tag);

        await().atMost(Duration.ofSeconds(30))
                .until(() -> robot.get("/api/v1/contacts/" + kim.id() + "/entries")
                                .json()
                                .at("/data/0/steps")
                                .size()
                        == 2);
        Reply entries = robot.get("/api/v1/contacts/" + kim.id() + "/entries");
        assertThat(entries.json().at("/data/0/steps/0/outcome").asString()).isEqualTo("told");
        assertThat(entries.json().at("/data/0/steps/1/step/do").asString()).isEqualTo("wait");
        assertThat(entries.json().at("/data/0/next_at").asString()).isNotEmpty();
        Reply first = robot.get(path + "/entries?limit=1");
        assertThat(first.json().at("/data/0/contact_id").asString())
                .isEqualTo(lee.id().toString());
        assertThat(robot.get(path + "/entries?limit=1&cursor="
                                + first.json().path("next").asString())
                        .json()
                        .at("/data/0/contact_id")
                        .asString())
                .isEqualTo(kim.id().toString());
        assertThat(robot.get(path + "/entries?contact_id=" + kim.id())
                        .json()
                        .path("data")
                        .size())
                .isOne();

        assertThat(robot.and("If-Match", unpublished).delete(path).status()).isEqualTo(412);
        assertThat(robot.and("If-Match", tag).delete(path).status()).isEqualTo(204);
        assertThat(robot.get(path).status()).isEqualTo(404);
        assertThat(robot.get("/api/v1/contacts/" + kim.id() + "/entries")
                        .json()
                        .path("data")
                        .size())
                .isZero();
    }

    private String aWebhook() {
        return robot.post("/api/v1/webhooks", "{'url': 'http://127.0.0.1:9/'}")
                .json()
                .at("/webhook/id")
                .asString();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/definition/steps/1/mail | reminder, welcome, come-back | 'steps': [{'do': 'stop'}, {'do': 'send-mail', 'mail': 'news'}]",
                "/definition/steps/0/then | stop-if, go-on, stop-unless"
                        + "| 'steps': [{'do': 'wait-for', 'event': {'on': 'joined'}, 'most': 'P1D', 'then': 'stop'}]",
                "/definition/conditions/0/states/0 | invited, joined"
                        + "| 'steps': [], 'conditions': [{'if': 'state', 'states': ['here']}]",
                "/definition/steps/0 | a minute to 365 days | 'steps': [{'do': 'wait', 'time': 'P999D'}]",
                "/definition/steps/0/do | add-tag, remove-tag | 'steps': [{'do': 'dance'}]",
                "/definition/steps/0/do | add-tag, remove-tag | 'steps': [{}]",
                "/definition/steps/0/event/on | joined, signed-in"
                        + "| 'steps': [{'do': 'wait-for', 'event': {'on': 'never'}, 'most': 'P1D', 'then': 'stop-if'}]",
                "/definition/conditions/0/if | state, tag | 'steps': [], 'conditions': [{'if': 'perhaps'}]",
                "/definition/again | 1 to 365 days | 'steps': [], 'again': 'PT1M'"
            },
            quoteCharacter = '"')
    void tellWhereAValueIsWrongAndWhatIsAllowed(String pointer, String allowed, String wrong) {
        Reply refused = robot.post(ROOT, body("{'trigger': {'on': 'joined'}, " + wrong + "}"));

        assertThat(refused.status()).as(refused.text()).isEqualTo(422);
        assertThat(refused.json().at("/errors/0/pointer").asString()).isEqualTo(pointer);
        assertThat(refused.json().at("/errors/0/detail").asString()).contains(allowed);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "{}",
                "{'trigger': {'on': 'never'}, 'steps': []}",
                "{'trigger': {'on': 'joined', 'x': 1}, 'steps': []}",
                "{'trigger': {'on': 'tagged'}, 'steps': []}",
                "{'trigger': {'on': 'unseen', 'days': 0}, 'steps': []}",
                "{'trigger': {'on': 'joined'}, 'steps': [null]}",
                "{'trigger': {'on': 'joined'}, 'steps': [{'do': 'wait', 'time': 'P999D'}]}",
                "{'trigger': {'on': 'joined'}, 'steps': [{'do': 'wait-for', 'event': {'on': 'unseen', 'days': 3}, 'most': 'P1D', 'then': 'go-on'}]}",
                "{'trigger': {'on': 'joined'}, 'steps': [{'do': 'call-webhook', 'webhook': '01980d2e-7b1a-7c3e-9f00-3f6b5a0c1d2e'}]}",
                "{'trigger': {'on': 'joined'}, 'steps': [{'do': 'write', 'words': {'subject': '{{portal.magic_link}}', 'preheader': '', 'body': 'x', 'button': 'y'}}]}",
                "{'trigger': {'on': 'joined'}, 'steps': [{'do': 'write', 'words': {'subject': 'x'}}]}",
                "{'trigger': {'on': 'joined'}, 'steps': [], 'again': 'PT1M'}"
            })
    void refuseWhatIsNone(String definition) {
        Reply refused = robot.post(ROOT, body(definition));

        assertThat(refused.status()).as(refused.text()).isEqualTo(422);
        assertThat(refused.text()).contains("/definition").doesNotContain("io.portico", "jackson");
    }
}
