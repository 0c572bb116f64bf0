package io.portico.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.portico.access.keys.ApiScope;
import io.portico.api.Program.Reply;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What holds for every route of the API: how it reads, how it refuses. */
class ApiConventionsTests extends ApiTest {
    private static final String PATH = "/api/v1/workspace";

    private void refused(Reply reply, int status, String code) {
        assertThat(reply.status()).as(reply.text()).isEqualTo(status);
        assertThat(reply.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(reply.code()).isEqualTo(code);
        assertThat(reply.json().path("status").asInt()).isEqualTo(status);
        assertThat(reply.json().path("title").asString()).isNotEmpty();
        assertThat(reply.json().path("detail").asString()).isNotEmpty();
    }

    private String pointer(Reply reply) {
        return reply.json().path("pointer").asString();
    }

    @Test
    void refuseAnUnknownFieldByItsName() {
        Reply reply = robot.patch(PATH, "{'nam/e': 'Acme'}");

        refused(reply, 422, "invalid_request");
        assertThat(pointer(reply)).isEqualTo("/nam~1e");
        assertThat(reply.json().path("errors").get(0).path("code").asString()).isEqualTo("unknown_field");
        assertThat(robot.get(PATH).json().path("name").asString()).isEqualTo(acme.name());
    }

    @Test
    void tellAllThatIsWrongAtOnce() {
        Reply reply = robot.patch(PATH, "{'name': 7, 'language': 'tlh', 'colour': null}");

        refused(reply, 422, "invalid_request");
        assertThat(reply.json().path("errors").values())
                .extracting(error -> error.path("pointer").asString() + " "
                        + error.path("code").asString())
                .containsExactly("/name wrong_type", "/language invalid_value", "/colour unknown_field");
    }

    @Test
    void refuseWhatIsNoStrictJson() {
        for (String body : new String[] {
            "{'name': 'a', 'name': 'b'}",
            "{'name': 'a'} x",
            "{'name': 'a',}",
            "{name: 'a'}",
            "{'name': NaN}",
            "{'name': 'a' /* no */}",
            "",
            "{"
        }) {
            if (!body.isEmpty()) {
                refused(robot.patch(PATH, body), 400, "invalid_json");
            }
        }
        refused(robot.patch(PATH, "[".repeat(17) + "]".repeat(17)), 400, "invalid_json");
        refused(robot.patch(PATH, "[".repeat(100_000)), 400, "invalid_json");
        refused(robot.patch(PATH, "{'name': 1" + "0".repeat(1000) + "}"), 400, "invalid_json");
        refused(robot.patch(PATH, "['a']"), 422, "invalid_request");
        refused(robot.patch(PATH, "{'name': 'a\\u0000b'}"), 422, "invalid_request");
        refused(robot.patch(PATH, "{'name': 'a\\ud800b'}"), 422, "invalid_request");
    }

    @Test
    void refuseABodyOverOneMebibyte() {
        String large = "{'name': '" + "x".repeat(1 << 20) + "'}";

        refused(robot.patch(PATH, large), 413, "body_too_large");
    }

    @Test
    void refuseWhatIsNotJson() {
        refused(
                robot.send("PATCH", PATH, "application/x-www-form-urlencoded", "name=x"),
                415,
                "unsupported_media_type");
        refused(robot.send("PATCH", PATH, "multipart/form-data; boundary=x", "--x--"), 415, "unsupported_media_type");
        refused(robot.send("PATCH", PATH, "", "{}"), 415, "unsupported_media_type");
        refused(robot.and("Accept", "text/html").get(PATH), 406, "not_acceptable");
        assertThat(robot.and("Accept", "text/html, */*").get(PATH).status()).isEqualTo(200);
    }

    @Test
    void answerUnknownAddressesAndMethodsWithProblemsToo() {
        refused(robot.get("/api/v1/nothing"), 404, "not_found");
        refused(robot.get("/api/v2/workspace"), 404, "not_found");
        refused(robot.get("/api/"), 404, "not_found");
        Reply method = robot.delete(PATH);
        refused(method, 405, "method_not_allowed");
        assertThat(method.header("Allow")).contains("GET").contains("PATCH");
        refused(robot.get("/api/v1/%2e%2e/workspace"), 400, "bad_request");
        refused(robot.get("/api/v1/work;a=b/space"), 400, "bad_request");
        refused(aStranger().get("/api/v1/nothing"), 401, "missing_key");
    }

    @Test
    void refuseUnknownParameters() {
        Reply reply = robot.get(PATH + "?fields=name");

        refused(reply, 422, "invalid_request");
        assertThat(reply.json().path("parameter").asString()).isEqualTo("fields");
    }

    @Test
    void nameAParameterAsOneAndAFieldByItsPointer() {
        JsonNode query = robot.get("/api/v1/contacts?limit=x&cursor=y").json();
        JsonNode body = robot.patch(PATH, "{'name': 7}").json();

        assertThat(query.path("errors").values())
                .extracting(error -> error.path("parameter").asString() + " " + error.has("pointer"))
                .containsExactly("cursor false", "limit false");
        assertThat(query.has("pointer")).isFalse();
        assertThat(body.at("/errors/0/pointer").asString()).isEqualTo("/name");
        assertThat(body.at("/errors/0").has("parameter")).isFalse();
    }

    @Test
    void sayThatABodyIsEmptyWhereOneMustBeGiven() {
        for (String path : List.of("/contacts", "/contacts:upsert", "/magic-links", "/invitations", "/runs")) {
            Reply reply = robot.post("/api/v1" + path);

            refused(reply, 422, "invalid_request");
            assertThat(reply.json().path("detail").asString())
                    .as(path)
                    .isEqualTo("The body is empty. It must be a JSON object.");
            assertThat(reply.json().path("errors").size()).isEqualTo(1);
        }
    }

    @Test
    void sayNothingElseOfABodyThatIsNoObject() {
        for (String path : List.of("/contacts", "/contacts:upsert", "/magic-links", "/invitations", "/runs")) {
            Reply reply = robot.post("/api/v1" + path, "[]");

            refused(reply, 422, "invalid_request");
            assertThat(reply.json().path("errors").size()).as(reply.text()).isEqualTo(1);
            assertThat(reply.json().at("/errors/0/code").asString()).isEqualTo("wrong_type");
        }
    }

    @Test
    void tellAFaultOnce() {
        String contacts = "/api/v1/contacts";
        for (Reply reply : List.of(
                robot.post(contacts, "{'email': 5}"),
                robot.post(contacts, "{'email': 'nobody'}"),
                robot.post(contacts + ":upsert", "{'email': 5}"),
                robot.post("/api/v1/magic-links", "{'email': 5}"),
                robot.post("/api/v1/runs", "{'kind': 'invitations', 'contact_ids': 5}"),
                robot.post("/api/v1/runs", "{'kind': 'invitations', 'filter': {'state': 'gone'}}"))) {
            refused(reply, 422, "invalid_request");
            assertThat(reply.json().path("errors").size()).as(reply.text()).isEqualTo(1);
        }
    }

    @Test
    void refuseAMethodBeforeTheBody() {
        for (Reply reply : List.of(robot.send("PUT", PATH, "text/plain", "x"), robot.put(PATH))) {
            refused(reply, 405, "method_not_allowed");
            assertThat(reply.header("Allow")).isEqualTo("GET, PATCH");
        }
        refused(robot.send("PUT", "/api/v1/contacts:import", "text/plain", "x"), 405, "method_not_allowed");
        refused(aStranger().put(PATH), 401, "missing_key");
    }

    @Test
    void refuseAKeyThatLacksTheScope() {
        Program reader = aProgram(acme, ApiScope.WORKSPACE_READ);

        Reply reply = reader.patch(PATH, "{'name': 'Other'}");

        refused(reply, 403, "missing_scope");
        assertThat(reply.json().path("detail").asString()).contains("workspace:write");
        assertThat(robot.get(PATH).json().path("name").asString()).isEqualTo(acme.name());
    }

    @Test
    void changeOnlyWhatWasSeenWhereIfMatchAsksForIt() {
        Reply seen = robot.get(PATH);
        String tag = seen.header("ETag");
        assertThat(robot.and("If-None-Match", tag).get(PATH).status()).isEqualTo(304);

        Reply changed = robot.and("If-Match", tag).patch(PATH, "{'name': 'Second'}");
        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.header("ETag")).isNotEqualTo(tag).isNotEmpty();

        refused(robot.and("If-Match", tag).patch(PATH, "{'name': 'Third'}"), 412, "changed_meanwhile");
        assertThat(robot.get(PATH).json().path("name").asString()).isEqualTo("Second");
        assertThat(robot.and("If-Match", "*").patch(PATH, "{'name': 'Fourth'}").status())
                .isEqualTo(200);
        assertThat(robot.patch(PATH, "{'name': 'Fifth'}").status()).isEqualTo(200);
    }

    @Test
    void areInTheLogWithTheKeyAsActor() {
        robot.patch(PATH, "{'name': 'Second'}");

        assertThat(activity.latest(acme.id(), 1)).singleElement().satisfies(entry -> {
            assertThat(entry.kind()).isEqualTo("workspace.changed");
            assertThat(entry.actorKind()).isEqualTo("api_key");
            assertThat(entry.actor())
                    .contains(keys.of(acme.id()).getFirst().id().value());
            assertThat(entry.address()).isPresent();
        });
    }
}
