package io.portico.webhooks.delivery;

import static org.awaitility.Awaitility.await;

import io.portico.PorticoTest;
import io.portico.contacts.Contact;
import io.portico.kernel.WebhookId;
import io.portico.tenancy.Tenancy;
import io.portico.webhooks.NewWebhook;
import io.portico.webhooks.Receiver;
import io.portico.webhooks.Webhook;
import io.portico.webhooks.WebhookEvent;
import io.portico.webhooks.WebhookResult;
import io.portico.webhooks.WebhookSecrets;
import io.portico.webhooks.Webhooks;
import io.portico.webhooks.calls.CallTarget;
import io.portico.workspace.Workspace;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Tests of webhooks with a receiver that is really called. */
abstract class DeliveryTest extends PorticoTest {
    static final Duration LONG = Duration.ofSeconds(30);

    @Autowired
    Webhooks webhooks;

    @Autowired
    WebhookSecrets secrets;

    @Autowired
    Deliveries deliveries;

    @Autowired
    Tenancy tenancy;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    JsonMapper json;

    final Receiver receiver = new Receiver();

    @AfterEach
    void closeReceiver() {
        receiver.close();
    }

    Webhook aWebhook(Workspace workspace, String path) {
        return aWebhook(workspace, receiver.url(path), EnumSet.allOf(WebhookEvent.class));
    }

    Webhook aWebhook(Workspace workspace, String url, EnumSet<WebhookEvent> events) {
        var wanted = new NewWebhook(CallTarget.parse(url).orElseThrow(), "", events);
        return switch (webhooks.add(workspace.id(), wanted, PORTICO)) {
            case WebhookResult.Saved(Webhook webhook) -> webhook;
            case WebhookResult.CannotBeCalled(var fault) -> throw new AssertionError(fault);
            case WebhookResult.TooMany(int most) -> throw new AssertionError(most);
        };
    }

    List<Receiver.Call> calls(int number) {
        return calls(number, call -> true);
    }

    List<Receiver.Call> calls(int number, Predicate<Receiver.Call> which) {
        return await().atMost(LONG)
                .until(() -> receiver.calls().stream().filter(which).toList(), found -> found.size() >= number);
    }

    JsonNode payload(Receiver.Call call) {
        return json.readTree(call.body());
    }

    static Predicate<Receiver.Call> about(Contact contact) {
        return call -> call.body().contains(contact.id().toString());
    }

    List<Delivery> all(Workspace workspace, WebhookId webhook) {
        return deliveries.page(workspace.id(), webhook, Optional.empty(), Long.MAX_VALUE, 100);
    }

    Delivery delivery(Workspace workspace, WebhookId webhook, DeliveryState state) {
        return await().atMost(LONG)
                .until(
                        () -> deliveries.page(workspace.id(), webhook, Optional.of(state), Long.MAX_VALUE, 1),
                        found -> !found.isEmpty())
                .getFirst();
    }

    /** As if the pause before the next try were over. */
    void dueNow(Workspace workspace) {
        tenancy.run(
                workspace.id(),
                () -> jdbc.sql("update webhook_delivery set due_at = now() - interval '1 minute' where state = 'open'")
                        .update());
    }
}
