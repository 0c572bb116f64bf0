package io.portico.api.webhooks;

import io.portico.api.ApiProblem;
import io.portico.api.Fields;
import io.portico.webhooks.NewWebhook;
import io.portico.webhooks.Webhook;
import io.portico.webhooks.WebhookEvent;
import io.portico.webhooks.calls.CallTarget;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A webhook as a body says it. */
record WebhookBody(Optional<CallTarget> url, Optional<String> name, Optional<Set<WebhookEvent>> events) {
    private static final int LONGEST = 2_000;

    private static WebhookBody in(Fields body) {
        return new WebhookBody(
                body.parsed(
                        "url",
                        LONGEST,
                        CallTarget::parse,
                        "It must be an address such as https://example.com/portico, without user and #."),
                body.text("name", NewWebhook.LONGEST_NAME).map(String::strip),
                events(body));
    }

    private static Optional<Set<WebhookEvent>> events(Fields body) {
        if (!body.has("events")) {
            return Optional.empty();
        }
        Set<WebhookEvent> events = EnumSet.noneOf(WebhookEvent.class);
        List<String> types = body.texts("events", WebhookEvent.values().length, LONGEST);
        for (String type : types) {
            WebhookEvent.parse(type)
                    .ifPresentOrElse(
                            events::add,
                            () -> body.fault("events", "invalid_value", "There is no event %s.".formatted(type)));
        }
        if (types.isEmpty()) {
            body.fault("events", "missing", "There must be at least one.");
        }
        return Optional.of(events);
    }

    /** A new one is told of everything unless it says otherwise. */
    static NewWebhook toAdd(Fields body) {
        WebhookBody read = in(body);
        if (read.url().isEmpty()) {
            body.missing("url");
        }
        body.end();
        return new NewWebhook(
                read.url().orElseThrow(ApiProblem::notFound),
                read.name().orElse(""),
                read.events().orElseGet(() -> EnumSet.copyOf(WebhookEvent.choices())));
    }

    /** What is not said stays. */
    static NewWebhook toChange(Fields body, Webhook before) {
        WebhookBody read = in(body);
        body.end();
        return new NewWebhook(
                read.url().orElse(before.target()),
                read.name().orElse(before.name()),
                read.events().orElse(before.events()));
    }
}
