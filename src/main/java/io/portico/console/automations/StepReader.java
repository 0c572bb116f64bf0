package io.portico.console.automations;

import io.portico.access.OwnMails;
import io.portico.automation.AutomationMail;
import io.portico.automation.Step;
import io.portico.automation.StepKind;
import io.portico.automation.WaitEnd;
import io.portico.console.mails.FaultText;
import io.portico.kernel.Labelled;
import io.portico.kernel.WebhookId;
import io.portico.mail.Vocabularies;
import io.portico.mail.Vocabulary;
import io.portico.mail.content.WordsCheck;
import io.portico.web.ConsoleVisit;
import io.portico.web.FormErrors;
import io.portico.webhooks.Webhook;
import io.portico.webhooks.Webhooks;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Reads steps as they were typed, with what the workspace has: its webhooks, its custom values. */
@Component
class StepReader {
    private final OwnMails mails;
    private final Webhooks webhooks;
    private final Vocabularies vocabularies;

    StepReader(OwnMails mails, Webhooks webhooks, Vocabularies vocabularies) {
        this.mails = mails;
        this.webhooks = webhooks;
        this.vocabularies = vocabularies;
    }

    Sayings sayings(ConsoleVisit visit) {
        Map<WebhookId, String> names =
                webhooks(visit).stream().collect(Collectors.toMap(Webhook::id, Webhook::display));
        return new Sayings(visit.texts(), names);
    }

    List<Webhook> webhooks(ConsoleVisit visit) {
        return webhooks.all(visit.workspaceId());
    }

    Vocabulary vocabulary(ConsoleVisit visit) {
        return vocabularies.toContacts(visit.workspaceId());
    }

    /** Empty, with the errors told. */
    Optional<Step> read(ConsoleVisit visit, StepKind kind, StepForm form, TriggerForm event, FormErrors errors) {
        var texts = visit.texts();
        return switch (kind) {
            case WAIT -> form.time(texts, errors).map(Step.Wait::new);
            case WAIT_FOR -> waitFor(visit, form, event, errors);
            case WRITE -> write(visit, form, errors);
            case SEND_MAIL -> sendMail(visit, form, errors);
            case INVITE -> Optional.of(new Step.Invite());
            case SEND_LOGIN_EMAIL -> Optional.of(new Step.SendLoginEmail());
            case ADD_TAG -> fits(form.tag(), Step.AddTag::new, "tag", visit.t("automations.tag.wrong"), errors);
            case REMOVE_TAG -> fits(form.tag(), Step.RemoveTag::new, "tag", visit.t("automations.tag.wrong"), errors);
            case NOTIFY_OPERATORS ->
                fits(
                        form.text(),
                        Step.NotifyOperators::new,
                        "text",
                        visit.t("automations.text.wrong", Step.LONGEST_TEXT),
                        errors);
            case CALL_WEBHOOK -> callWebhook(visit, form, errors);
            case STOP -> Optional.of(new Step.Stop());
        };
    }

    private Optional<Step> waitFor(ConsoleVisit visit, StepForm form, TriggerForm event, FormErrors errors) {
        var trigger =
                event.read(visit.texts(), errors).filter(each -> each.kind().isEvent());
        if (trigger.isEmpty()) {
            errors.put("on", visit.t("automations.choose"));
        }
        var time = form.time(visit.texts(), errors);
        var then = WaitEnd.parse(form.then()).orElse(WaitEnd.STOP_IF);
        return time.flatMap(most -> trigger.map(on -> new Step.WaitFor(on, most, then)));
    }

    private Optional<Step> write(ConsoleVisit visit, StepForm form, FormErrors errors) {
        return switch (mails.check(visit.workspaceId(), form.words())) {
            case WordsCheck.Accepted(var words) -> Optional.of(new Step.Write(words));
            case WordsCheck.Refused refused -> {
                FormErrors told = new FaultText(visit.texts()).of(refused);
                List.of("subject", "preheader", "body", "button")
                        .forEach(place -> told.of(place).ifPresent(error -> errors.put(place, error)));
                yield Optional.empty();
            }
        };
    }

    private static Optional<Step> sendMail(ConsoleVisit visit, StepForm form, FormErrors errors) {
        Optional<Step> step = Labelled.parse(AutomationMail.class, form.mail()).map(Step.SendMail::new);
        if (step.isEmpty()) {
            errors.put("mail", visit.t("automations.choose"));
        }
        return step;
    }

    private Optional<Step> callWebhook(ConsoleVisit visit, StepForm form, FormErrors errors) {
        Optional<Step> step = WebhookId.parse(form.webhook())
                .flatMap(id -> webhooks.find(visit.workspaceId(), id))
                .map(webhook -> new Step.CallWebhook(webhook.id()));
        if (step.isEmpty()) {
            errors.put("webhook", visit.t("automations.webhook.choose"));
        }
        return step;
    }

    private static Optional<Step> fits(
            String typed, Function<String, Step> make, String field, String error, FormErrors errors) {
        try {
            return Optional.of(make.apply(typed));
        } catch (IllegalArgumentException e) {
            errors.put(field, error);
            return Optional.empty();
        }
    }
}
