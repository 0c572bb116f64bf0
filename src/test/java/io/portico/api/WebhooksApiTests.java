package io.portico.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.standardwebhooks.Webhook;
import io.portico.access.keys.ApiScope;
import io.portico.api.Program.Reply;
import io.portico.webhooks.Receiver;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class WebhooksApiTests extends ApiTest {
    private static final String ALL = "/api/v1/webhooks";

    private final Receiver receiver = new Receiver();

    @AfterEach
    void close() {
        receiver.close();
    }

    private Reply added(String path) {
        Reply added =
                robot.post(ALL, "{'url': '" + receiver.url(path) + "', 'name': 'CRM', 'events': ['contact.created']}");
        assertThat(added.status()).as(added.text()).isEqualTo(201);
        return added;
    }

    private static String at(Reply added) {
        return ALL + "/" + added.json().path("webhook").path("id").asString();
    }

    private Receiver.Call call(int n) {
        return await().atMost(Duration.ofSeconds(30))
                .until(receiver::calls, calls -> calls.size() >= n)
                .get(n - 1);
    }

    private static void verify(Receiver.Call call, String secret) throws Exception {
        Map<String, List<String>> headers = new HashMap<>(call.headers());
        new Webhook(secret).verify(call.body(), headers);
    }

    @Test
    void showASecretOnceThatVerifiesWhatIsSentAndSignsOnForADayAfterARotation() throws Exception {
        Reply added = added("/a");
        String first = added.json().path("secret").asString();
        assertThat(robot.get(ALL).text()).contains("contact.created").doesNotContain("whsec_");
        assertThat(robot.get(at(added)).text()).doesNotContain("whsec_");

        robot.post("/api/v1/contacts", "{'email': 'kim@example.com'}");
        verify(call(1), first);

        Reply rotated = robot.post(at(added) + "/rotate");
        String second = rotated.json().path("secret").asString();
        assertThat(second).startsWith("whsec_").isNotEqualTo(first);
        assertThat(rotated.json().path("webhook").path("former_secret_until").asString())
                .isNotEmpty();
        robot.post("/api/v1/contacts", "{'email': 'lee@example.com'}");
        Receiver.Call later = call(2);
        verify(later, first);
        verify(later, second);
    }

    @Test
    void listWhatWasToldWithRequestAndAnswerAndTellItAgain() {
        receiver.answering(410);
        Reply added = added("/b");
        robot.post("/api/v1/contacts", "{'email': 'kim@example.com'}");
        call(1);
        JsonNode failed = await().atMost(Duration.ofSeconds(30))
                .until(
                        () -> robot.get(at(added) + "/deliveries?state=failed")
                                .json()
                                .path("data"),
                        data -> data.size() == 1)
                .get(0);
        assertThat(robot.get(at(added)).json().path("disabled_because").asString())
                .isEqualTo("gone");

        String delivery = at(added) + "/deliveries/" + failed.path("id").asString();
        JsonNode details = robot.get(delivery).json();
        assertThat(details.path("payload")
                        .path("data")
                        .path("contact")
                        .path("email")
                        .asString())
                .isEqualTo("kim@example.com");
        assertThat(details.path("attempts").get(0).path("status").asInt()).isEqualTo(410);
        assertThat(details.path("attempts").get(0).path("answer").asString()).isEqualTo("said 410");
        showsItsShapes(added, failed, details);

        receiver.answering(200);
        assertThat(robot.post(at(added) + "/resume").json().path("state").asString())
                .isEqualTo("active");
        assertThat(robot.post(delivery + "/replay").status()).isEqualTo(200);
        assertThat(call(2).header("webhook-id")).isEqualTo(call(1).header("webhook-id"));
        await().atMost(Duration.ofSeconds(30))
                .until(() -> robot.get(delivery)
                        .json()
                        .path("delivery")
                        .path("state")
                        .asString()
                        .equals("delivered"));
        assertThat(robot.post(at(added) + "/replay", "{'since': '2020-01-01T00:00:00Z'}")
                        .json()
                        .path("replayed")
                        .asInt())
                .isZero();
        assertThat(robot.post(at(added) + "/replay", "{'since': 'yesterday'}").status())
                .isEqualTo(422);
    }

    private void showsItsShapes(Reply added, JsonNode delivery, JsonNode details) {
        JsonNode document = aStranger().get("/api/v1/openapi.json").json();
        ReferenceTests.assertShape(document, "WebhookWithSecret", added.json());
        ReferenceTests.assertShape(document, "Webhook", robot.get(at(added)).json());
        ReferenceTests.assertShape(document, "Delivery", delivery);
        ReferenceTests.assertShape(document, "DeliveryDetails", details);
        ReferenceTests.assertShape(document, "Attempt", details.path("attempts").get(0));
    }

    @Test
    void changeWhatIsSaidAndKeepTheRest() {
        Reply added = added("/c");
        String tag = robot.get(at(added)).header("ETag");

        Reply changed = robot.and("If-Match", tag).patch(at(added), "{'events': ['contact.joined', 'run.finished']}");
        assertThat(changed.status()).as(changed.text()).isEqualTo(200);
        assertThat(changed.json().path("name").asString()).isEqualTo("CRM");
        assertThat(changed.json().path("events").values())
                .extracting(JsonNode::asString)
                .containsExactly("contact.joined", "run.finished");
        assertThat(robot.and("If-Match", tag).patch(at(added), "{'name': 'x'}").code())
                .isEqualTo("changed_meanwhile");
        assertThat(robot.post(at(added) + "/pause").json().path("state").asString())
                .isEqualTo("paused");
        assertThat(robot.delete(at(added)).status()).isEqualTo(204);
        assertThat(robot.get(at(added)).status()).isEqualTo(404);
    }

    @Test
    void refuseWhereCallsMayNotGo() {
        Reply added = added("/d");
        for (String url : List.of(
                "https://10.0.0.1/x",
                "https://[::ffff:10.0.0.1]/x",
                "https://[64:ff9b::a00:1]/x",
                "https://[2002:a00:1::]/x",
                "https://0.0.0.0/x",
                "https://169.254.169.254/latest/meta-data",
                "https://no-such-name.invalid/x",
                "http://example.com/x",
                "ftp://example.com/x",
                "https://user@example.com/x")) {
            Reply refused = robot.post(ALL, "{'url': '" + url + "'}");
            assertThat(refused.status()).as(url).isEqualTo(422);
            assertThat(refused.json().path("pointer").asString()).as(url).isEqualTo("/url");
            assertThat(robot.patch(at(added), "{'url': '" + url + "'}").status())
                    .as(url)
                    .isEqualTo(422);
        }
        for (String wrong : List.of(
                "{}",
                "{'url': 'https://example.com/', 'events': []}",
                "{'url': 'https://example.com/', 'events': ['contact.deleted']}",
                "{'url': 'https://example.com/', 'secret': 'whsec_x'}")) {
            assertThat(robot.post(ALL, wrong).status()).as(wrong).isEqualTo(422);
        }
        assertThat(robot.get(ALL).json().path("data").size()).isEqualTo(1);
    }

    @Test
    void askNobodyWhereAnAddressLeadsForAKeyThatMayNotAdd() {
        Program reader = aProgram(acme, ApiScope.WEBHOOKS_READ);

        assertThat(reader.post(ALL, "{'url': 'https://10.0.0.1/x'}").code()).isEqualTo("missing_scope");
    }

    @Test
    void areAddedOnceUnderOneIdempotencyKey() {
        Program once = robot.and("Idempotency-Key", "webhook-1");
        String body = "{'url': '" + receiver.url("/e") + "'}";

        assertThat(once.post(ALL, body).text()).isEqualTo(once.post(ALL, body).text());
        assertThat(robot.get(ALL).json().path("data").size()).isEqualTo(1);
    }
}
