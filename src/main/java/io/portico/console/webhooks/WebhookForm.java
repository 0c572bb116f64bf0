package io.portico.console.webhooks;

import io.portico.web.FormErrors;
import io.portico.web.Texts;
import io.portico.webhooks.NewWebhook;
import io.portico.webhooks.Webhook;
import io.portico.webhooks.WebhookEvent;
import io.portico.webhooks.calls.CallFault;
import io.portico.webhooks.calls.CallTarget;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A webhook as it was typed. */
public record WebhookForm(String url, String name, List<String> event) {
    public WebhookForm(@Nullable String url, @Nullable String name, @Nullable List<String> event) {
        this.url = Objects.requireNonNullElse(url, "");
        this.name = Objects.requireNonNullElse(name, "");
        this.event = event == null ? List.of() : List.copyOf(event);
    }

    /** Everything is told unless somebody chooses otherwise. */
    static WebhookForm empty() {
        return new WebhookForm(
                "", "", WebhookEvent.choices().stream().map(WebhookEvent::type).toList());
    }

    static WebhookForm of(Webhook webhook) {
        return new WebhookForm(
                webhook.target().toString(),
                webhook.name(),
                webhook.events().stream().map(WebhookEvent::type).toList());
    }

    /** Empty, with the errors told, when it cannot be a webhook. */
    Optional<NewWebhook> read(Texts texts, FormErrors errors) {
        Optional<CallTarget> target = CallTarget.parse(url);
        if (target.isEmpty()) {
            errors.put("url", texts.label(CallFault.NOT_AN_ADDRESS));
        }
        EnumSet<WebhookEvent> events = event.stream()
                .map(WebhookEvent::parse)
                .flatMap(Optional::stream)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(WebhookEvent.class)));
        if (events.isEmpty()) {
            errors.put("event", texts.t("webhooks.events.none"));
        }
        if (name.strip().length() > NewWebhook.LONGEST_NAME) {
            errors.put("name", texts.t("webhooks.name.long", NewWebhook.LONGEST_NAME));
        }
        return errors.isEmpty() ? target.map(each -> new NewWebhook(each, name, events)) : Optional.empty();
    }
}
