package io.portico.console.webhooks;

import gg.jte.generated.precompiled.Templates;
import io.portico.kernel.DeliveryId;
import io.portico.web.Answer;
import io.portico.web.ConsoleController;
import io.portico.web.ConsoleVisit;
import io.portico.web.Needs;
import io.portico.web.NotFound;
import io.portico.web.Notice;
import io.portico.webhooks.Webhook;
import io.portico.webhooks.Webhooks;
import io.portico.webhooks.delivery.Deliveries;
import io.portico.webhooks.delivery.DeliveryDetails;
import io.portico.workspace.Permission;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What was sent to a webhook and what it answered; sends it again. */
@ConsoleController
class DeliveryController {
    private final Templates templates;
    private final Webhooks webhooks;
    private final Deliveries deliveries;

    DeliveryController(Templates templates, Webhooks webhooks, Deliveries deliveries) {
        this.templates = templates;
        this.webhooks = webhooks;
        this.deliveries = deliveries;
    }

    @GetMapping("/w/{workspace}/settings/webhooks/{webhook}/deliveries/{delivery}")
    @Needs(Permission.MANAGE_API)
    Answer show(ConsoleVisit visit, @PathVariable String webhook, @PathVariable String delivery) {
        Webhook found = WebhooksController.find(webhooks, visit, webhook);
        return Answer.page(
                templates.consoleWebhooksDelivery(new DeliveryPage(visit, found, details(visit, found, delivery))));
    }

    @PostMapping("/w/{workspace}/settings/webhooks/{webhook}/deliveries/{delivery}/replay")
    @Needs(Permission.MANAGE_API)
    Answer replay(ConsoleVisit visit, @PathVariable String webhook, @PathVariable String delivery) {
        Webhook found = WebhooksController.find(webhooks, visit, webhook);
        DeliveryDetails details = details(visit, found, delivery);
        boolean sent = deliveries.replay(visit.workspaceId(), details.delivery().id(), visit.actor());
        return WebhookController.back(
                visit, found, sent ? Notice.done("webhooks.replayed", 1) : Notice.warning("webhooks.replay.under-way"));
    }

    /** A day without a place is one in the operator's time zone. */
    @PostMapping("/w/{workspace}/settings/webhooks/{webhook}/replay")
    @Needs(Permission.MANAGE_API)
    Answer replayFailed(
            ConsoleVisit visit, @PathVariable String webhook, @RequestParam(defaultValue = "") String since) {
        Webhook found = WebhooksController.find(webhooks, visit, webhook);
        Optional<Instant> start = start(visit, since);
        if (start.isEmpty()) {
            return WebhookController.back(visit, found, Notice.warning("webhooks.replay.no-day"));
        }
        int count = deliveries.replayFailed(visit.workspaceId(), found.id(), start.get(), visit.actor());
        return WebhookController.back(
                visit,
                found,
                count == 0 ? Notice.warning("webhooks.replay.nothing") : Notice.done("webhooks.replayed", count));
    }

    private static Optional<Instant> start(ConsoleVisit visit, String day) {
        try {
            return Optional.of(
                    LocalDate.parse(day).atStartOfDay(visit.texts().zone()).toInstant());
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private DeliveryDetails details(ConsoleVisit visit, Webhook webhook, String id) {
        return DeliveryId.parse(id)
                .flatMap(each -> deliveries.find(visit.workspaceId(), each))
                .filter(each -> each.delivery().webhook().equals(webhook.id()))
                .orElseThrow(() -> new NotFound("delivery"));
    }
}
