package io.portico.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.portico.api.Program.Reply;
import io.portico.mail.MailTemplate;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class TemplatesApiTests extends ApiTest {
    private static final String ALL = "/api/v1/templates";
    private static final String INVITATION = "/api/v1/templates/invitation/en";

    private Reply put(Program program, String json) {
        return program.send("PUT", INVITATION, "application/json", json.replace('\'', '"'));
    }

    @Test
    void areListedInEveryLanguageWithTheirTexts() {
        JsonNode data = robot.get(ALL).json().path("data");

        long editable = Arrays.stream(MailTemplate.values())
                .filter(MailTemplate::isEditable)
                .count();
        assertThat(data.size()).isEqualTo((int) editable * 2);
        assertThat(data.values()).allSatisfy(each -> {
            assertThat(each.path("standard").asBoolean()).isTrue();
            assertThat(each.path("subject").asString()).isNotBlank();
            assertThat(each.path("body").asString()).isNotBlank();
            assertThat(each.path("saved_by").isNull()).isTrue();
        });
    }

    @Test
    void areReplacedForOneLanguageAndGoBack() {
        Reply before = robot.get(INVITATION);
        Reply put = put(
                robot.and("If-Match", before.header("ETag")),
                "{'subject': 'Come in', 'preheader': 'Now', 'body': 'Hello {{contact.first_name | there}}', 'button': 'Join'}");

        assertThat(put.status()).as(put.text()).isEqualTo(200);
        assertThat(put.json().path("subject").asString()).isEqualTo("Come in");
        assertThat(put.json().path("standard").asBoolean()).isFalse();
        assertThat(put.json().path("saved_by").path("kind").asString()).isEqualTo("api_key");
        assertThat(robot.get(INVITATION).text()).isEqualTo(put.text());
        assertThat(robot.get(ALL + "/invitation/ko").json().path("standard").asBoolean())
                .isTrue();
        assertThat(put(robot.and("If-Match", before.header("ETag")), "{'subject': 'a', 'body': 'b', 'button': 'c'}")
                        .code())
                .isEqualTo("changed_meanwhile");

        Reply back = robot.post(INVITATION + "/reset");
        assertThat(back.json().path("standard").asBoolean()).isTrue();
        assertThat(back.json().path("subject").asString())
                .isEqualTo(before.json().path("subject").asString());
        assertThat(robot.get(INVITATION + "/versions").json().path("data").values())
                .extracting(each -> each.path("subject").asString())
                .containsExactly(before.json().path("subject").asString(), "Come in");
    }

    @Test
    void areRefusedWithThePlaceOfEachFault() {
        Reply refused = put(
                robot,
                "{'subject': 'Hi {{portal.magic_link}}', 'body': 'Hello\\n{{contact.frist_name}} {{#if}}', 'button': ''}");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.json().path("errors").values())
                .extracting(error -> error.path("pointer").asString() + " "
                        + error.path("code").asString() + " "
                        + error.path("at").path("line").asInt() + ":"
                        + error.path("at").path("column").asInt())
                .containsExactlyInAnyOrder(
                        "/subject secret_value 1:4",
                        "/body unknown_value 2:1",
                        "/body not_a_value 2:24",
                        "/button empty 1:1");
        assertThat(refused.text()).contains("contact.first_name");
        assertThat(robot.get(INVITATION).json().path("standard").asBoolean()).isTrue();
        for (String wrong : new String[] {
            "{}", "{'subject': 'a', 'body': 'b'}", "{'subject': 'a', 'body': 'b', 'button': 'c', 'html': 'd'}"
        }) {
            assertThat(put(robot, wrong).status()).as(wrong).isEqualTo(422);
        }
        for (String none : new String[] {"/nothing/en", "/test-mail/en", "/invitation/fr", "/invitation/EN"}) {
            assertThat(robot.get(ALL + none).status()).as(none).isEqualTo(404);
        }
    }
}
