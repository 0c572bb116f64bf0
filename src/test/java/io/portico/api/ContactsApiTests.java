package io.portico.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.portico.api.Program.Reply;
import io.portico.contacts.Contact;
import io.portico.mail.SuppressionReason;
import io.portico.mail.Suppressions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

class ContactsApiTests extends ApiTest {
    private static final String CONTACTS = "/api/v1/contacts";

    @Autowired
    Suppressions suppressions;

    private static List<String> emails(Reply reply) {
        List<String> emails = new ArrayList<>();
        for (JsonNode each : reply.json().path("data").values()) {
            emails.add(each.path("email").asString());
        }
        return emails;
    }

    @Test
    void createAContactWithAllThatCanBeSaid() {
        Reply made = robot.post(CONTACTS, """
                {'first_name': 'Minji', 'last_name': 'Kim', 'email': 'minji@example.com', 'phone': '+82 10-1234-5678',
                 'language': 'ko', 'time_zone': 'Asia/Seoul', 'tags': ['client', 'Client', 'vip'],
                 'custom_fields': {'plan': 'gold'}, 'source': 'shop'}""");

        assertThat(made.status()).as(made.text()).isEqualTo(201);
        assertThat(made.header("ETag")).isNotEmpty();
        JsonNode contact = made.json();
        assertThat(contact.path("tags").toString()).isEqualTo("[\"client\",\"vip\"]");
        assertThat(contact.path("custom_fields").path("plan").asString()).isEqualTo("gold");
        assertThat(contact.path("state").asString()).isEqualTo("none");
        assertThat(contact.path("source").asString()).isEqualTo("shop");
        assertThat(contact.path("email_verified").asBoolean(true)).isFalse();
        assertThat(contact.path("created_at").asString()).endsWith("Z");
        assertThat(robot.get(CONTACTS + "/" + contact.path("id").asString()).text())
                .isEqualTo(made.text());
    }

    @Test
    void refuseWhatIsNobodyAndWhatIsWrong() {
        assertThat(robot.post(CONTACTS, "{}").status()).isEqualTo(422);
        assertThat(robot.post(CONTACTS, "{'first_name': ' '}").status()).isEqualTo(422);
        Reply wrong = robot.post(
                CONTACTS,
                "{'email': 'kim@', 'phone': 'x', 'tags': ['a,b'], 'custom_fields': {'a': 1}, 'time_zone': 'Moon', 'id': 'x'}");
        assertThat(wrong.json().path("errors").values())
                .extracting(error -> error.path("pointer").asString())
                .contains("/email", "/phone", "/tags", "/custom_fields/a", "/time_zone", "/id");
        assertThat(emails(robot.get(CONTACTS))).isEmpty();
    }

    @Test
    void sayWhoHasTheAddress() {
        Contact kim = aContact().at("kim@example.com").in(acme);

        Reply taken = robot.post(CONTACTS, "{'email': 'KIM@example.com'}");

        assertThat(taken.status()).isEqualTo(409);
        assertThat(taken.code()).isEqualTo("email_taken");
        assertThat(taken.json().path("detail").asString()).contains(kim.id().toString());
        assertThat(taken.json().path("contact_id").asString())
                .isEqualTo(kim.id().toString());
    }

    @Test
    void upsertByAddress() {
        Reply made =
                robot.post(CONTACTS + ":upsert", "{'email': 'kim@example.com', 'first_name': 'Kim', 'tags': ['a']}");
        assertThat(made.status()).isEqualTo(201);

        Reply again = robot.post(
                CONTACTS + ":upsert",
                "{'email': 'Kim@Example.com', 'last_name': 'Lee', 'tags': ['b'], 'custom_fields': {'x': 'y'}}");

        assertThat(again.status()).as(again.text()).isEqualTo(200);
        assertThat(again.json().path("id").asString())
                .isEqualTo(made.json().path("id").asString());
        assertThat(again.json().path("first_name").asString()).isEqualTo("Kim");
        assertThat(again.json().path("last_name").asString()).isEqualTo("Lee");
        assertThat(again.json().path("tags").toString()).isEqualTo("[\"a\",\"b\"]");
        assertThat(again.json().path("custom_fields").path("x").asString()).isEqualTo("y");
        assertThat(robot.post(CONTACTS + ":upsert", "{'first_name': 'Kim'}").status())
                .isEqualTo(422);
    }

    @Test
    void changeWhatIsSaidAndLeaveTheRest() {
        String id = robot.post(
                        CONTACTS,
                        "{'email': 'kim@example.com', 'first_name': 'Kim', 'custom_fields': {'a': '1', 'b': '2'}}")
                .json()
                .path("id")
                .asString();

        Reply changed =
                robot.patch(CONTACTS + "/" + id, "{'email': null, 'last_name': 'Lee', 'custom_fields': {'a': null}}");

        assertThat(changed.status()).as(changed.text()).isEqualTo(200);
        assertThat(changed.json().path("email").isNull()).isTrue();
        assertThat(changed.json().path("first_name").asString()).isEqualTo("Kim");
        assertThat(changed.json().path("custom_fields").toString()).isEqualTo("{\"b\":\"2\"}");
        assertThat(robot.patch(CONTACTS + "/" + id, "{'source': 'x'}").status()).isEqualTo(422);
    }

    @Test
    void disableEnableTagAndDelete() {
        Contact kim = aContact().in(acme);
        String path = CONTACTS + "/" + kim.id();

        assertThat(robot.post(path + "/disable").json().path("state").asString())
                .isEqualTo("disabled");
        assertThat(robot.post(path + "/enable").json().path("state").asString()).isEqualTo("none");
        assertThat(robot.post(path + "/tags", "{'add': ['x', 'y']}")
                        .json()
                        .path("tags")
                        .toString())
                .isEqualTo("[\"x\",\"y\"]");
        Reply untagged = robot.post(path + "/tags", "{'remove': ['x'], 'add': ['z']}");
        assertThat(untagged.json().path("tags").toString()).isEqualTo("[\"y\",\"z\"]");
        assertThat(robot.and("If-Match", "\"other\"").delete(path).status()).isEqualTo(412);
        assertThat(robot.and("If-Match", untagged.header("ETag")).delete(path).status())
                .isEqualTo(204);
        assertThat(robot.get(path).status()).isEqualTo(404);
        assertThat(contacts.find(acme.id(), kim.id())).isEqualTo(Optional.empty());
    }

    @Test
    void getMailAgainOnceTheirSuppressionIsLiftedForAReason() {
        Contact kim = aContact().at("kim@example.com").in(acme);
        suppressions.add(acme.id(), kim.email().orElseThrow(), SuppressionReason.BOUNCED, "550", PORTICO);
        String lift = "/api/v1/contacts/" + kim.id() + "/lift-suppression";

        assertThat(robot.post(lift, "{'reason': ' '}").status()).isEqualTo(422);
        assertThat(robot.post(lift, "{'reason': 'They have room again'}").status())
                .isEqualTo(200);
        assertThat(suppressions.has(acme.id(), kim.email().orElseThrow())).isFalse();
        assertThat(robot.post(lift, "{'reason': 'Once more'}").code()).isEqualTo("not_suppressed");
    }

    @Test
    void areListedPageByPageEachOnce() {
        List<String> all = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            all.add(aContact().in(acme).email().orElseThrow().value());
        }
        List<String> seen = new ArrayList<>();
        String next = "";
        do {
            Reply page = robot.get(CONTACTS + "?limit=3" + next);
            seen.addAll(emails(page));
            JsonNode cursor = page.json().path("next");
            next = cursor.isNull() ? "" : "&cursor=" + cursor.asString();
        } while (!next.isEmpty());

        assertThat(seen).containsExactlyElementsOf(all);
    }

    @Test
    void takeACursorForItsOwnListOnly() {
        for (int i = 0; i < 3; i++) {
            aContact().in(acme);
        }
        String cursor = robot.get(CONTACTS + "?limit=1").json().path("next").asString();
        String altered = cursor.substring(0, cursor.length() - 2) + (cursor.endsWith("AA") ? "BB" : "AA");
        Program neighbour = aProgram(aWorkspace(), io.portico.access.keys.ApiScope.values());

        assertThat(robot.get(CONTACTS + "?limit=2&cursor=" + cursor).status()).isEqualTo(200);
        assertThat(robot.get(CONTACTS + "?tag=x&cursor=" + cursor).status()).isEqualTo(422);
        assertThat(robot.get(CONTACTS + "?cursor=" + altered).status()).isEqualTo(422);
        assertThat(robot.get("/api/v1/runs?cursor=" + cursor).status()).isEqualTo(422);
        assertThat(neighbour.get(CONTACTS + "?limit=1&cursor=" + cursor).status())
                .isEqualTo(422);
    }

    @Test
    void areSearchedAndFiltered() {
        robot.post(CONTACTS, "{'email': 'minji@example.com', 'first_name': 'Minji', 'tags': ['vip']}");
        robot.post(CONTACTS, "{'email': 'lee@example.com', 'first_name': 'Lee'}");

        assertThat(emails(robot.get(CONTACTS + "?q=minj"))).containsExactly("minji@example.com");
        assertThat(emails(robot.get(CONTACTS + "?tag=vip"))).containsExactly("minji@example.com");
        assertThat(emails(robot.get(CONTACTS + "?state=none"))).hasSize(2);
        assertThat(emails(robot.get(CONTACTS + "?email=LEE@example.com"))).containsExactly("lee@example.com");
        for (String wrong : List.of("state=married", "limit=0", "limit=201", "limit=x", "email=x", "sort=name")) {
            assertThat(robot.get(CONTACTS + "?" + wrong).status()).as(wrong).isEqualTo(422);
        }
    }
}
