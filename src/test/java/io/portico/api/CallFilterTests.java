package io.portico.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.portico.automation.Automation;
import io.portico.automation.AutomationHistory;
import io.portico.automation.Automations;
import io.portico.automation.Definition;
import io.portico.automation.IncomingCalls;
import io.portico.automation.Step;
import io.portico.automation.Trigger;
import io.portico.contacts.Contact;
import io.portico.kernel.EmailAddress;
import io.portico.kernel.Secret;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Other programs at the secret address of an automation. */
class CallFilterTests extends ApiTest {
    @Autowired
    Automations automations;

    @Autowired
    AutomationHistory history;

    @Autowired
    IncomingCalls calls;

    private Automation called;
    private String address;

    @BeforeEach
    void anAutomationWithAnAddress() {
        var steps = Definition.once(new Trigger.Called(), List.of(), new Step.AddTag("called"));
        called = automations.create(acme.id(), "Called", steps).orElseThrow();
        automations.switchOn(acme.id(), called.id(), PORTICO);
        address = "/api/automations/"
                + calls.newAddress(acme.id(), called.id(), PORTICO).reveal();
    }

    private Contact contact(String email) {
        return contacts.withEmail(acme.id(), EmailAddress.of(email)).orElseThrow();
    }

    private long callsInTheLog() {
        return activity.latest(acme.id(), 100).stream()
                .filter(entry -> entry.kind().equals("automation.called"))
                .count();
    }

    @Test
    void letAContactInWhoeverTheyAreAndOnce() {
        String body = "{'email': 'New@Example.com', 'first_name': 'Minji', 'form': {'id': 7}}";
        assertThat(aStranger().post(address, body).json().path("state").asString())
                .isEqualTo("accepted");
        assertThat(aStranger().post(address, body).json().path("state").asString())
                .isEqualTo("repeated");
        assertThat(aStranger().and("webhook-id", "msg_1").post(address, body).status())
                .isEqualTo(202);

        await().atMost(Duration.ofSeconds(30))
                .until(() -> contact("new@example.com").tags().contains("called"));
        assertThat(contact("new@example.com").name().first()).isEqualTo("Minji");
        assertThat(callsInTheLog()).isEqualTo(2);
        assertThat(history.of(acme.id(), called.id(), 9)).hasSize(1);
    }

    @Test
    void refuseWhatIsNoCall() {
        assertThat(aStranger().get(address).status()).isEqualTo(405);
        assertThat(aStranger().post(address, "{'email': 'nobody'}").status()).isEqualTo(422);
        assertThat(aStranger().post(address, "[1]").status()).isEqualTo(422);
        assertThat(aStranger()
                        .post(address, "{'contact_id': '01980d2e-7b1a-7c3e-9f00-3f6b5a0c1d2e'}")
                        .code())
                .isEqualTo("unknown_contact");
        Contact neighbours = aContact().in(aWorkspace());
        assertThat(aStranger()
                        .post(address, "{'contact_id': '" + neighbours.id() + "'}")
                        .code())
                .isEqualTo("unknown_contact");
        assertThat(aStranger()
                        .post(address, "{'email': 'a@example.com', 'email': 'b@example.com'}")
                        .status())
                .isEqualTo(400);
        assertThat(aStranger()
                        .post(address, "{'email': 'a@example.com', 'x': '" + "y".repeat(70_000) + "'}")
                        .status())
                .isEqualTo(413);
        assertThat(aStranger().send("POST", address, "text/plain", "{}").status())
                .isEqualTo(415);
        assertThat(callsInTheLog()).isZero();
    }

    @Test
    void dieWithTheNextAddressAndRestWithTheAutomation() {
        Secret next = calls.newAddress(acme.id(), called.id(), PORTICO);
        assertThat(aStranger().post(address, "{'email': 'a@example.com'}").status())
                .isEqualTo(404);
        automations.pause(acme.id(), called.id(), PORTICO);
        assertThat(aStranger()
                        .post("/api/automations/" + next.reveal(), "{'email': 'a@example.com'}")
                        .code())
                .isEqualTo("not_on");
        workspaces.suspend(acme.id(), "none", PORTICO);
        assertThat(aStranger()
                        .post("/api/automations/" + next.reveal(), "{'email': 'a@example.com'}")
                        .status())
                .isEqualTo(404);
        assertThat(contacts.withEmail(acme.id(), EmailAddress.of("a@example.com")))
                .isEmpty();
    }

    @Test
    void areCounted() {
        for (int i = 0; i < 60; i++) {
            aStranger().post("/api/automations/" + Secret.random().reveal(), "{}");
        }
        assertThat(aStranger()
                        .post("/api/automations/" + Secret.random().reveal(), "{}")
                        .status())
                .isEqualTo(429);
        assertThat(aStranger().post(address, "{'email': 'a@example.com'}").status())
                .as("who knows an address")
                .isEqualTo(202);
    }
}
