package io.portico.console.webhooks;

import gg.jte.generated.precompiled.Templates;
import io.portico.web.Answer;
import io.portico.web.ConsoleController;
import io.portico.web.ConsoleVisit;
import io.portico.web.Needs;
import io.portico.web.NeedsFreshSignIn;
import io.portico.web.Notice;
import io.portico.webhooks.Webhook;
import io.portico.webhooks.WebhookSecrets;
import io.portico.webhooks.Webhooks;
import io.portico.webhooks.delivery.Deliveries;
import io.portico.webhooks.delivery.Delivery;
import io.portico.webhooks.delivery.DeliveryState;
import io.portico.workspace.Permission;
import java.util.List;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** One webhook: its deliveries, its secret, pausing, resuming, removing. */
@ConsoleController
class WebhookController {
    private final Templates templates;
    private final Webhooks webhooks;
    private final WebhookSecrets secrets;
    private final Deliveries deliveries;

    WebhookController(Templates templates, Webhooks webhooks, WebhookSecrets secrets, Deliveries deliveries) {
        this.templates = templates;
        this.webhooks = webhooks;
        this.secrets = secrets;
        this.deliveries = deliveries;
    }

    @GetMapping("/w/{workspace}/settings/webhooks/{webhook}")
    @Needs(Permission.MANAGE_API)
    Answer show(
            ConsoleVisit visit,
            @PathVariable String webhook,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String before) {
        Webhook found = find(visit, webhook);
        Optional<DeliveryState> shown = DeliveryState.parse(state);
        List<Delivery> page =
                deliveries.page(visit.workspaceId(), found.id(), shown, number(before), WebhookPage.PER_PAGE + 1);
        return Answer.page(templates.consoleWebhooksWebhook(WebhookPage.of(visit, found, page, shown)));
    }

    private static long number(String text) {
        return text.matches("[0-9]{1,18}") ? Long.parseLong(text) : Long.MAX_VALUE;
    }

    @PostMapping("/w/{workspace}/settings/webhooks/{webhook}/pause")
    @Needs(Permission.MANAGE_API)
    Answer pause(ConsoleVisit visit, @PathVariable String webhook) {
        Webhook found = find(visit, webhook);
        webhooks.pause(visit.workspaceId(), found.id(), visit.actor());
        return back(visit, found, Notice.done("webhooks.paused", found.display()));
    }

    @PostMapping("/w/{workspace}/settings/webhooks/{webhook}/resume")
    @Needs(Permission.MANAGE_API)
    Answer resume(ConsoleVisit visit, @PathVariable String webhook) {
        Webhook found = find(visit, webhook);
        webhooks.resume(visit.workspaceId(), found.id(), visit.actor());
        return back(visit, found, Notice.done("webhooks.resumed", found.display()));
    }

    @GetMapping("/w/{workspace}/settings/webhooks/{webhook}/secret")
    @Needs(Permission.MANAGE_API)
    @NeedsFreshSignIn
    Answer secret(ConsoleVisit visit, @PathVariable String webhook) {
        Webhook found = find(visit, webhook);
        return Answer.page(templates.consoleWebhooksSecret(
                new WebhookSecretPage(visit, found, secrets.show(visit.workspaceId(), found.id(), visit.actor()))));
    }

    @PostMapping("/w/{workspace}/settings/webhooks/{webhook}/secret")
    @Needs(Permission.MANAGE_API)
    @NeedsFreshSignIn
    Answer rotate(ConsoleVisit visit, @PathVariable String webhook) {
        Webhook found = find(visit, webhook);
        secrets.rotate(visit.workspaceId(), found.id(), visit.actor());
        return Answer.seeOther(visit.at("/settings/webhooks/" + found.id() + "/secret"))
                .saying(Notice.done("webhooks.rotated"));
    }

    @GetMapping("/w/{workspace}/settings/webhooks/{webhook}/remove")
    @Needs(Permission.MANAGE_API)
    Answer ask(ConsoleVisit visit, @PathVariable String webhook) {
        return Answer.page(templates.consoleWebhooksRemove(new WebhookRemovalPage(visit, find(visit, webhook))));
    }

    @PostMapping("/w/{workspace}/settings/webhooks/{webhook}/remove")
    @Needs(Permission.MANAGE_API)
    Answer remove(ConsoleVisit visit, @PathVariable String webhook) {
        Webhook found = find(visit, webhook);
        webhooks.remove(visit.workspaceId(), found.id(), visit.actor());
        return Answer.seeOther(visit.at("/settings/webhooks")).saying(Notice.done("webhooks.removed", found.display()));
    }

    private Webhook find(ConsoleVisit visit, String id) {
        return WebhooksController.find(webhooks, visit, id);
    }

    static Answer back(ConsoleVisit visit, Webhook webhook, Notice said) {
        return Answer.seeOther(visit.at("/settings/webhooks/" + webhook.id())).saying(said);
    }
}
