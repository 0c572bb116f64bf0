package io.portico.console.webhooks;

import io.portico.web.ConsoleVisit;
import io.portico.web.PageModel;
import io.portico.webhooks.Webhook;
import io.portico.webhooks.WebhookState;
import io.portico.webhooks.delivery.Delivery;
import io.portico.webhooks.delivery.DeliveryState;
import java.util.List;
import java.util.Optional;

/** One webhook: how it stands, and its latest deliveries. */
public record WebhookPage(
        ConsoleVisit visit,
        Webhook webhook,
        List<Delivery> deliveries,
        Optional<DeliveryState> shown,
        Optional<Long> older)
        implements PageModel {
    static final int PER_PAGE = 25;

    public WebhookPage {
        deliveries = List.copyOf(deliveries);
    }

    /** @param found one more than is shown, when there are more */
    static WebhookPage of(ConsoleVisit visit, Webhook webhook, List<Delivery> found, Optional<DeliveryState> shown) {
        boolean more = found.size() > PER_PAGE;
        List<Delivery> deliveries = more ? found.subList(0, PER_PAGE) : found;
        return new WebhookPage(
                visit,
                webhook,
                deliveries,
                shown,
                more ? Optional.of(deliveries.getLast().seq()) : Optional.empty());
    }

    @Override
    public ConsoleVisit frame() {
        return visit;
    }

    public String at(String below) {
        return visit.at("/settings/webhooks/" + webhook.id() + below);
    }

    public boolean isActive() {
        return webhook.state() == WebhookState.ACTIVE;
    }

    public boolean isDisabled() {
        return webhook.state() == WebhookState.DISABLED;
    }

    /** When it is tried next, or when it ended. */
    public String when(Delivery delivery) {
        return switch (delivery.state()) {
            case OPEN ->
                delivery.tries() == 0 ? t("webhooks.due") : t("webhooks.again", texts().near(delivery.dueAt()));
            case WAITING -> "–";
            case DELIVERED, FAILED -> delivery.endedAt().map(texts()::near).orElse("–");
        };
    }

    /** Which of its kind of states it is, for the colour. */
    public String mark(DeliveryState state) {
        return switch (state) {
            case WAITING -> "none";
            case OPEN -> "sending";
            case DELIVERED -> "delivered";
            case FAILED -> "failed";
        };
    }

    public String olderPath() {
        return at("?before=" + older.orElseThrow()
                + shown.map(state -> "&state=" + state.word()).orElse(""));
    }
}
