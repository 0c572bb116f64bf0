package io.portico.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import com.standardwebhooks.Webhook;
import io.portico.Visitor;
import io.portico.api.Program.Reply;
import io.portico.automation.AutomationTold;
import io.portico.contacts.Standing;
import io.portico.domains.DomainFailed;
import io.portico.domains.DomainVerified;
import io.portico.kernel.AutomationId;
import io.portico.kernel.ContactId;
import io.portico.kernel.MailId;
import io.portico.kernel.WebhookId;
import io.portico.mail.MailComplained;
import io.portico.mail.MailFailed;
import io.portico.mail.MailFault;
import io.portico.outreach.InvitationExpired;
import io.portico.webhooks.Receiver;
import io.portico.webhooks.WebhookEvent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** All that webhooks are told of, as it comes of what programs, contacts and Portico do. */
class EventsByApiTests extends ApiTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Autowired
    Clock clock;

    @Test
    void areAllToldSignedAndWithoutASecret() throws Exception {
        try (Receiver receiver = new Receiver()) {
            Reply webhook = robot.post("/api/v1/webhooks", "{'url': '" + receiver.url("/") + "'}");
            String kim = idOf("kim@example.com");
            String lee = idOf("lee@example.com");
            invite(kim);
            invite(lee);
            robot.post("/api/v1/invitations/" + lee + "/revoke");
            String link = robot.post("/api/v1/magic-links", "{'contact_id': '" + kim + "'}")
                    .json()
                    .path("url")
                    .asString();
            String secret = link.substring(link.lastIndexOf('/') + 1);
            new Visitor(installation.port(), acme.slug() + ".localhost").post("/in/" + secret);
            robot.post("/api/v1/contacts/" + kim + "/disable");
            whatOtherRoomsNote(
                    ContactId.parse(lee).orElseThrow(),
                    webhook.json().at("/webhook/id").asString());

            Set<String> every =
                    Arrays.stream(WebhookEvent.values()).map(WebhookEvent::type).collect(Collectors.toSet());
            await().atMost(Duration.ofSeconds(40))
                    .untilAsserted(() -> assertThat(types(receiver)).containsAll(every));
            for (Receiver.Call call : receiver.calls()) {
                assertThat(call.body())
                        .doesNotContain(secret)
                        .doesNotContain("/in/")
                        .doesNotContain("portico_");
                new Webhook(webhook.json().path("secret").asString()).verify(call.body(), call.headers());
                assertThat(faults(call.body())).as(call.body()).isEmpty();
            }
            assertThat(types(receiver, kim))
                    .as("in their order")
                    .containsSubsequence(
                            "contact.created",
                            "contact.invited",
                            "magic_link.redeemed",
                            "contact.joined",
                            "contact.signed_in",
                            "contact.disabled");
        }
    }

    /** Their own tests show that these facts are noted: InvitationsTests, PortalHostsTests, and those of bounced mails. */
    private void whatOtherRoomsNote(ContactId contact, String webhook) {
        activity.record(
                acme.id(),
                PORTICO,
                new AutomationTold(
                        contact,
                        AutomationId.next(clock),
                        WebhookId.parse(webhook).orElseThrow(),
                        "Invite clients"));
        activity.record(acme.id(), PORTICO, new InvitationExpired(contact, Standing.NONE, Standing.NONE));
        activity.record(
                acme.id(),
                PORTICO,
                new MailFailed(contact, MailId.next(clock), "invitation", MailFault.NO_SUCH_MAILBOX, "550 5.1.1"));
        activity.record(acme.id(), PORTICO, new MailComplained(contact, MailId.next(clock), "invitation"));
        activity.record(acme.id(), PORTICO, new DomainVerified("portal.example.com"));
        activity.record(acme.id(), PORTICO, new DomainFailed("portal.example.com"));
    }

    /** What the published schema of its type finds wrong with a payload. */
    private List<String> faults(String payload) {
        var schema = (ObjectNode) aStranger().get("/api/v1/openapi.json").json();
        schema.put(
                "$ref",
                "#/components/schemas/" + JSON.readTree(payload).path("type").asString());
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(schema)
                .validate(
                        payload,
                        InputFormat.JSON,
                        check -> check.executionConfig(how -> how.formatAssertionsEnabled(true)))
                .stream()
                .map(Error::toString)
                .toList();
    }

    @Test
    void haveASchemaEachThatKnowsARightPayloadFromAWrongOne() {
        JsonNode document = aStranger().get("/api/v1/openapi.json").json();
        assertThat(document.path("webhooks").propertyNames())
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(WebhookEvent.values())
                        .map(WebhookEvent::type)
                        .toList());

        String right =
                "{'type':'domain.failed','timestamp':'2026-11-28T09:30:00Z','data':{'domain':'a.example','new':1}}";
        assertThat(faults(right.replace('\'', '"'))).as("more may come").isEmpty();
        for (String[] wrong : new String[][] {
            {"2026-11-28T09:30:00Z", "yesterday"}, {"'a.example'", "7"}, {"'domain':'a.example',", ""}
        }) {
            assertThat(faults(right.replace(wrong[0], wrong[1]).replace('\'', '"')))
                    .as(wrong[0])
                    .hasSize(1);
        }
    }

    @Test
    void haveSchemasThatHoldForEveryPayloadShown() throws Exception {
        String page = Files.readString(Path.of("docs/webhooks.md"));
        List<String> shown = Pattern.compile("```json\\R(.*?)```", Pattern.DOTALL)
                .matcher(page)
                .results()
                .map(found -> found.group(1))
                .toList();

        assertThat(shown)
                .extracting(payload -> JSON.readTree(payload).path("type").asString())
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(WebhookEvent.values())
                        .map(WebhookEvent::type)
                        .toList());
        var described = new Described(aStranger().get("/api/v1/openapi.json").json());
        for (String payload : shown) {
            String type = JSON.readTree(payload).path("type").asString();
            assertThat(described.faults(JSON.readTree(payload), type)).as(type).isEmpty();
            String deleted = payload.replaceAll("\"state\": \"[a-z]+\"", "\"state\": \"deleted\"");
            assertThat(described.faults(JSON.readTree(deleted), type)).as(type).isEmpty();
        }
    }

    @Test
    void nameEveryMailToAContact() {
        var described = new Described(aStranger().get("/api/v1/openapi.json").json());
        JsonNode words = described.schema("mail.bounced").at("/properties/data/properties/template/enum");

        assertThat(words.values())
                .extracting(JsonNode::asString)
                .contains("login_email", "own_mail")
                .doesNotContain("password_reset", "login-email");
    }

    @Test
    void areAllAmongTheDeliveriesDescribed() {
        var described = new Described(aStranger().get("/api/v1/openapi.json").json());

        assertThat(described.schema("Delivery").at("/properties/event/enum").values())
                .extracting(JsonNode::asString)
                .containsExactlyElementsOf(Arrays.stream(WebhookEvent.values())
                        .map(WebhookEvent::type)
                        .toList());
    }

    private String idOf(String email) {
        return robot.post("/api/v1/contacts", "{'email': '" + email + "'}")
                .json()
                .path("id")
                .asString();
    }

    private void invite(String contact) {
        assertThat(robot.post("/api/v1/invitations", "{'contact_ids': ['" + contact + "']}")
                        .status())
                .isEqualTo(201);
    }

    private static Set<String> types(Receiver receiver) {
        return receiver.calls().stream()
                .map(call -> JSON.readTree(call.body()).path("type").asString())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<String> types(Receiver receiver, String contact) {
        return receiver.calls().stream()
                .filter(call -> call.body().contains(contact))
                .map(call -> JSON.readTree(call.body()).path("type").asString())
                .toList();
    }
}
