package io.portico.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.portico.Visitor;
import io.portico.api.Program.Reply;
import org.junit.jupiter.api.Test;

class CustomValuesApiTests extends ApiTest {
    private static final String RENDER = "/api/v1/custom-values:render";

    @Test
    void fillATextWithALinkThatSignsIn() {
        robot.post("/api/v1/contacts", "{'email': 'minji@example.com', 'first_name': 'Min{{portal.url}}ji'}");

        Reply filled = robot.post(
                RENDER,
                "{'email': 'minji@example.com', 'expires_in': 600,"
                        + " 'text': 'Hi {{contact.first_name}} of {{workspace.name}}: {{portal.magic_link}} {{contact.last_name | you}}'}");

        assertThat(filled.status()).as(filled.text()).isEqualTo(200);
        String text = filled.json().path("text").asString();
        assertThat(text)
                .startsWith("Hi Min{{portal.url}}ji of " + acme.name() + ": http")
                .endsWith(" you");
        String path = text.replaceAll("(?s).*(/in/[A-Za-z0-9_-]{43}).*", "$1");
        var minji = new Visitor(installation.port(), acme.slug() + ".localhost");
        assertThat(minji.post(path).status()).isEqualTo(303);
        String link =
                "/api/v1/magic-links/" + filled.json().path("magic_link_id").asString();
        assertThat(robot.get(link).json().path("state").asString()).isEqualTo("used");
    }

    @Test
    void makeNoLinkWhereNoneIsAskedFor() {
        robot.post("/api/v1/contacts", "{'email': 'minji@example.com', 'first_name': 'Minji'}");

        Reply filled = robot.post(RENDER, "{'email': 'minji@example.com', 'text': 'Hi {{contact.first_name}}'}");

        assertThat(filled.json().path("text").asString()).isEqualTo("Hi Minji");
        assertThat(filled.json().path("magic_link_id").isNull()).isTrue();
        String id = filled.json().path("contact_id").asString();
        assertThat(robot.get("/api/v1/magic-links?contact_id=" + id)
                        .json()
                        .path("data")
                        .size())
                .isZero();
    }

    @Test
    void nameWhatIsUnknownAndMakeNothing() {
        robot.post("/api/v1/contacts", "{'email': 'minji@example.com'}");

        Reply refused = robot.post(
                RENDER,
                "{'email': 'minji@example.com', 'text': '{{portal.magic_link}} {{contact.frist_name}}\\n{{portal.code}}'}");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.json().path("errors").values())
                .extracting(error -> error.path("pointer").asString() + " "
                        + error.path("code").asString() + " "
                        + error.path("at").path("line").asInt() + ":"
                        + error.path("at").path("column").asInt())
                .containsExactly("/text unknown_value 1:23", "/text value_not_here 2:1");
        assertThat(refused.text())
                .contains("contact.frist_name", "contact.first_name")
                .contains("portal.code is in Portico's own mails only.");
        String id = robot.get("/api/v1/contacts?email=minji@example.com")
                .json()
                .path("data")
                .get(0)
                .path("id")
                .asString();
        assertThat(robot.get("/api/v1/magic-links?contact_id=" + id)
                        .json()
                        .path("data")
                        .size())
                .isZero();
        assertThat(robot.post(RENDER, "{'text': 'x'}").status()).isEqualTo(422);
        assertThat(robot.post(RENDER, "{'email': 'no@example.com', 'text': 'x'}")
                        .code())
                .isEqualTo("unknown_contact");
    }

    @Test
    void definesAValueThatTextsAndMailsMayUse() {
        robot.post("/api/v1/contacts", "{'email': 'minji@example.com', 'custom_fields': {'Plan': 'gold'}}");
        String hours = "/api/v1/custom-values/opening_hours";

        assertThat(put(hours, "{'value': 'Mon to Fri'}").status()).isEqualTo(201);
        assertThat(put(hours, "{'value': 'Mon to Sat'}").status()).isEqualTo(200);
        assertThat(robot.get("/api/v1/custom-values").json().path("data").values())
                .extracting(each ->
                        each.path("name").asString() + "=" + each.path("value").asString(""))
                .contains("custom_values.opening_hours=Mon to Sat", "contact.custom.plan=", "portal.magic_link=");
        assertThat(robot.post(
                                RENDER,
                                "{'email': 'minji@example.com',"
                                        + " 'text': '{{contact.custom.plan}}, {{custom_values.opening_hours}}, {{operator.name}}'}")
                        .json()
                        .path("text")
                        .asString())
                .isEqualTo("gold, Mon to Sat, " + acme.name());

        String texts = "{'subject': 'Hi', 'body': '{{custom_values.opening_hours}}', 'button': 'Go'}";
        assertThat(put("/api/v1/templates/invitation/ko", texts).status()).isEqualTo(200);
        assertThat(robot.delete(hours).code()).isEqualTo("value_in_use");
        robot.post("/api/v1/templates/invitation/ko/reset");
        assertThat(robot.delete(hours).status()).isEqualTo(204);
        assertThat(robot.delete(hours).status()).isEqualTo(404);
        assertThat(put("/api/v1/templates/invitation/ko", texts).text()).contains("unknown_value", "/body");
        for (String wrong : new String[] {"{}", "{'value': ''}", "{'value': 7}", "{'value': 'x', 'y': 1}"}) {
            assertThat(put(hours, wrong).status()).as(wrong).isEqualTo(422);
        }
        assertThat(put("/api/v1/custom-values/Opening", "{'value': 'x'}").status())
                .isEqualTo(422);
    }

    private Reply put(String path, String json) {
        return robot.send("PUT", path, "application/json", json.replace('\'', '"'));
    }
}
