package io.portico.console.webhooks;

import gg.jte.generated.precompiled.Templates;
import io.portico.kernel.WebhookId;
import io.portico.web.Answer;
import io.portico.web.ConsoleController;
import io.portico.web.ConsoleVisit;
import io.portico.web.FormErrors;
import io.portico.web.Needs;
import io.portico.web.NeedsFreshSignIn;
import io.portico.web.NotFound;
import io.portico.web.Notice;
import io.portico.webhooks.NewWebhook;
import io.portico.webhooks.Webhook;
import io.portico.webhooks.WebhookResult;
import io.portico.webhooks.Webhooks;
import io.portico.workspace.Permission;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** The list of webhooks, and the form that adds and changes them. */
@ConsoleController
class WebhooksController {
    private final Templates templates;
    private final Webhooks webhooks;

    WebhooksController(Templates templates, Webhooks webhooks) {
        this.templates = templates;
        this.webhooks = webhooks;
    }

    @GetMapping("/w/{workspace}/settings/webhooks")
    @Needs(Permission.MANAGE_API)
    Answer list(ConsoleVisit visit) {
        return Answer.page(templates.consoleWebhooksList(new WebhooksPage(visit, webhooks.all(visit.workspaceId()))));
    }

    @GetMapping("/w/{workspace}/settings/webhooks/new")
    @Needs(Permission.MANAGE_API)
    Answer begin(ConsoleVisit visit) {
        return Answer.page(templates.consoleWebhooksForm(
                WebhookFormPage.of(visit, Optional.empty(), WebhookForm.empty(), FormErrors.none())));
    }

    @PostMapping("/w/{workspace}/settings/webhooks")
    @Needs(Permission.MANAGE_API)
    @NeedsFreshSignIn
    Answer add(ConsoleVisit visit, @ModelAttribute WebhookForm form) {
        FormErrors errors = FormErrors.none();
        Optional<NewWebhook> wanted = form.read(visit.texts(), errors);
        return wanted.map(each -> webhooks.add(visit.workspaceId(), each, visit.actor()))
                .map(result -> answer(visit, result, Optional.empty(), form, "webhooks.added"))
                .orElseGet(() -> invalid(visit, Optional.empty(), form, errors));
    }

    @GetMapping("/w/{workspace}/settings/webhooks/{webhook}/edit")
    @Needs(Permission.MANAGE_API)
    Answer edit(ConsoleVisit visit, @PathVariable String webhook) {
        Webhook found = find(webhooks, visit, webhook);
        return Answer.page(templates.consoleWebhooksForm(
                WebhookFormPage.of(visit, Optional.of(found), WebhookForm.of(found), FormErrors.none())));
    }

    @PostMapping("/w/{workspace}/settings/webhooks/{webhook}/edit")
    @Needs(Permission.MANAGE_API)
    @NeedsFreshSignIn
    Answer change(ConsoleVisit visit, @PathVariable String webhook, @ModelAttribute WebhookForm form) {
        Webhook found = find(webhooks, visit, webhook);
        FormErrors errors = FormErrors.none();
        return form.read(visit.texts(), errors)
                .map(each -> webhooks.change(visit.workspaceId(), found.id(), each, visit.actor()))
                .map(result -> answer(visit, result, Optional.of(found), form, "webhooks.changed"))
                .orElseGet(() -> invalid(visit, Optional.of(found), form, errors));
    }

    private Answer answer(
            ConsoleVisit visit, WebhookResult result, Optional<Webhook> before, WebhookForm form, String said) {
        return switch (result) {
            case WebhookResult.Saved(Webhook saved) ->
                Answer.seeOther(visit.at("/settings/webhooks/" + saved.id()))
                        .saying(Notice.done(said, saved.display()));
            case WebhookResult.CannotBeCalled(var fault) ->
                invalid(visit, before, form, FormErrors.none().put("url", visit.label(fault)));
            case WebhookResult.TooMany(int most) ->
                invalid(visit, before, form, FormErrors.none().put("url", visit.t("webhooks.too-many", most)));
        };
    }

    private Answer invalid(ConsoleVisit visit, Optional<Webhook> webhook, WebhookForm form, FormErrors errors) {
        return Answer.invalid(templates.consoleWebhooksForm(WebhookFormPage.of(visit, webhook, form, errors)));
    }

    /** @throws NotFound when the workspace has none of this id */
    static Webhook find(Webhooks webhooks, ConsoleVisit visit, String id) {
        return WebhookId.parse(id)
                .flatMap(each -> webhooks.find(visit.workspaceId(), each))
                .orElseThrow(() -> new NotFound("webhook"));
    }
}
