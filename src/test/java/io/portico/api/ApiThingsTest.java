package io.portico.api;

import static org.awaitility.Awaitility.await;

import io.portico.access.ContactSessions;
import io.portico.access.Device;
import io.portico.access.LinkPurpose;
import io.portico.access.LinkTarget;
import io.portico.access.MadeLink;
import io.portico.access.MagicLinks;
import io.portico.access.NewLink;
import io.portico.access.Redemption;
import io.portico.automation.Automations;
import io.portico.automation.Recipe;
import io.portico.contacts.Contact;
import io.portico.contacts.Selection;
import io.portico.kernel.Secret;
import io.portico.mail.OwnValue;
import io.portico.mail.OwnValues;
import io.portico.outreach.Invitations;
import io.portico.outreach.RunWords;
import io.portico.webhooks.NewWebhook;
import io.portico.webhooks.Webhook;
import io.portico.webhooks.WebhookEvent;
import io.portico.webhooks.WebhookResult;
import io.portico.webhooks.Webhooks;
import io.portico.webhooks.calls.CallTarget;
import io.portico.webhooks.delivery.Deliveries;
import io.portico.webhooks.delivery.Delivery;
import io.portico.workspace.Workspace;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.Assertions;
import org.springframework.beans.factory.annotation.Autowired;

/** Tests that ask routes for things, of which each workspace has one of every kind. */
abstract class ApiThingsTest extends ApiTest {
    @Autowired
    MagicLinks links;

    @Autowired
    Redemption redemption;

    @Autowired
    ContactSessions sessions;

    @Autowired
    Invitations invitations;

    @Autowired
    Automations automations;

    @Autowired
    OwnValues ownValues;

    @Autowired
    Webhooks webhooks;

    @Autowired
    Deliveries deliveries;

    protected Map<String, String> thingsIn(Workspace workspace) {
        Contact kim = aContact().in(workspace);
        var run = invitations.send(workspace.id(), Selection.of(kim.id()), List.of(), RunWords.NONE, PORTICO);
        Secret secret = Secret.parse(aLink(workspace, kim).url().getPath().substring("/in/".length()))
                .orElseThrow();
        redemption.byLink(workspace.id(), secret, new Device("203.0.113.7", "Test"));
        Map<String, String> things = new HashMap<>();
        things.put("contact", kim.id().toString());
        things.putAll(toldIn(workspace));
        things.put("template", "invitation");
        things.put("language", "en");
        things.put("value", "opening_hours");
        ownValues.add(workspace.id(), new OwnValue("opening_hours", "9 to 18"), PORTICO);
        things.put("link", aLink(workspace, kim).id().toString());
        things.put("run", run.toString());
        things.put(
                "automation",
                automations
                        .switchOn(workspace.id(), Recipe.WELCOME, "Welcome", PORTICO)
                        .orElseThrow()
                        .id()
                        .toString());
        things.put(
                "session", sessions.of(workspace.id(), kim.id()).getFirst().id().toString());
        return things;
    }

    /** A webhook, and what it was told: nobody answers there. */
    private Map<String, String> toldIn(Workspace workspace) {
        Webhook webhook = webhooks.all(workspace.id()).stream().findFirst().orElseGet(() -> aWebhook(workspace));
        aContact().in(workspace);
        Delivery delivery = await().until(
                        () -> deliveries.page(workspace.id(), webhook.id(), Optional.empty(), Long.MAX_VALUE, 1),
                        found -> !found.isEmpty())
                .getFirst();
        return Map.of(
                "webhook", webhook.id().toString(), "delivery", delivery.id().toString());
    }

    private Webhook aWebhook(Workspace workspace) {
        var wanted = new NewWebhook(
                CallTarget.parse("http://127.0.0.1:9/").orElseThrow(), "", EnumSet.of(WebhookEvent.CONTACT_CREATED));
        return webhooks.add(workspace.id(), wanted, PORTICO) instanceof WebhookResult.Saved(Webhook webhook)
                ? webhook
                : Assertions.fail("not saved");
    }

    private MadeLink aLink(Workspace workspace, Contact contact) {
        var wanted =
                new NewLink(contact.id(), LinkPurpose.OPERATOR, Optional.empty(), LinkTarget.HOME, Optional.empty());
        return links.make(workspace.id(), wanted, PORTICO);
    }
}
