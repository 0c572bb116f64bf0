package io.portico.console.webhooks;

import io.portico.web.ConsoleVisit;
import io.portico.web.PageModel;
import io.portico.web.PrettyJson;
import io.portico.webhooks.Webhook;
import io.portico.webhooks.calls.CallResult;
import io.portico.webhooks.delivery.DeliveryDetails;
import io.portico.webhooks.delivery.DeliveryState;
import io.portico.webhooks.delivery.DeliveryTry;

/** One delivery: what was sent, and every answer. */
public record DeliveryPage(ConsoleVisit visit, Webhook webhook, DeliveryDetails details) implements PageModel {
    @Override
    public ConsoleVisit frame() {
        return visit;
    }

    public String webhookPath() {
        return visit.at("/settings/webhooks/" + webhook.id());
    }

    /** What is sent, laid out for reading; empty until the first try. */
    public String payload() {
        return details.payload().map(PrettyJson::of).orElse("");
    }

    public boolean mayReplay() {
        DeliveryState state = details.delivery().state();
        return state == DeliveryState.DELIVERED || state == DeliveryState.FAILED;
    }

    /** The answer's status, or what stood in its way. */
    public String outcome(DeliveryTry tried) {
        return switch (tried.result()) {
            case CallResult.Answered(int status, String body) -> Integer.toString(status);
            case CallResult.Unanswered(var fault) -> label(fault);
        };
    }

    /** What the receiver said; empty when it said nothing. */
    public String answer(DeliveryTry tried) {
        return switch (tried.result()) {
            case CallResult.Answered(int status, String body) -> body;
            case CallResult.Unanswered(var fault) -> "";
        };
    }

    public boolean isGood(DeliveryTry tried) {
        return tried.result() instanceof CallResult.Answered answer && answer.isSuccess();
    }
}
