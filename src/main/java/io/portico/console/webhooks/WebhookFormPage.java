package io.portico.console.webhooks;

import io.portico.web.ConsoleVisit;
import io.portico.web.Field;
import io.portico.web.FormErrors;
import io.portico.web.PageModel;
import io.portico.webhooks.Webhook;
import io.portico.webhooks.WebhookEvent;
import java.util.List;
import java.util.Optional;

/** A webhook to be added, or an existing one to be changed. */
public record WebhookFormPage(
        ConsoleVisit visit,
        Optional<Webhook> webhook,
        Field url,
        Field name,
        List<String> chosen,
        Optional<String> eventsError)
        implements PageModel {
    public WebhookFormPage {
        chosen = List.copyOf(chosen);
    }

    static WebhookFormPage of(ConsoleVisit visit, Optional<Webhook> webhook, WebhookForm form, FormErrors errors) {
        return new WebhookFormPage(
                visit,
                webhook,
                Field.text("url", visit.t("webhooks.url"), form.url(), errors)
                        .type("url")
                        .hint(visit.t("webhooks.url.hint"))
                        .needed(),
                Field.text("name", visit.t("webhooks.name"), form.name(), errors)
                        .hint(visit.t("webhooks.name.hint")),
                form.event(),
                errors.of("event"));
    }

    @Override
    public ConsoleVisit frame() {
        return visit;
    }

    public String title() {
        return webhook.isPresent() ? t("webhooks.edit") : t("webhooks.add");
    }

    public boolean isChosen(WebhookEvent event) {
        return chosen.contains(event.type());
    }

    /** Where the form leads back to. */
    public String back() {
        return visit.at(webhook.map(each -> "/settings/webhooks/" + each.id()).orElse("/settings/webhooks"));
    }
}
