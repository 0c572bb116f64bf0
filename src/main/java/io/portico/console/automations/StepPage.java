package io.portico.console.automations;

import io.portico.automation.Automation;
import io.portico.automation.AutomationMail;
import io.portico.automation.StepKind;
import io.portico.automation.WaitEnd;
import io.portico.console.settings.LifetimeUnit;
import io.portico.mail.CustomValue;
import io.portico.mail.TextPlace;
import io.portico.mail.Vocabulary;
import io.portico.web.ConsoleVisit;
import io.portico.web.Field;
import io.portico.web.FormErrors;
import io.portico.web.PageModel;
import io.portico.webhooks.Webhook;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * One step to be written or changed.
 *
 * @param n which one it is; -1 for one to be added
 */
public record StepPage(
        ConsoleVisit visit,
        Automation automation,
        StepKind kind,
        int n,
        StepForm form,
        TriggerChoice event,
        Vocabulary vocabulary,
        List<Webhook> webhooks,
        FormErrors errors)
        implements PageModel {
    public StepPage {
        webhooks = List.copyOf(webhooks);
    }

    @Override
    public ConsoleVisit frame() {
        return visit;
    }

    public String back() {
        return visit.at("/automations/" + automation.id() + "/edit");
    }

    /** What such a step does. */
    public String about() {
        return switch (kind) {
            case WAIT -> t("automations.about.wait");
            case WAIT_FOR -> t("automations.about.wait-for");
            case WRITE -> t("automations.about.write");
            case SEND_MAIL -> t("automations.about.send-mail");
            case INVITE -> t("automations.about.invite");
            case SEND_LOGIN_EMAIL -> t("automations.about.send-login-email");
            case ADD_TAG -> t("automations.about.add-tag");
            case REMOVE_TAG -> t("automations.about.remove-tag");
            case NOTIFY_OPERATORS -> t("automations.about.notify-operators");
            case CALL_WEBHOOK -> t("automations.about.call-webhook");
            case STOP -> t("automations.about.stop");
        };
    }

    public boolean isNew() {
        return n < 0;
    }

    public LifetimeUnit[] units() {
        return LifetimeUnit.values();
    }

    public WaitEnd[] ends() {
        return WaitEnd.values();
    }

    public Optional<String> error(String name) {
        return errors.of(name);
    }

    public Field mail() {
        return Field.select(
                "mail",
                t("automations.mail"),
                form.mail(),
                Arrays.stream(AutomationMail.values())
                        .map(each -> new Field.Option(each.word(), label(each)))
                        .toList(),
                errors);
    }

    public Field words(TextPlace place) {
        String typed = switch (place) {
            case SUBJECT -> form.subject();
            case PREHEADER -> form.preheader();
            case BODY -> form.body();
            case BUTTON -> form.button();
        };
        Field field = Field.text(place.word(), label(place), typed, errors);
        return place == TextPlace.PREHEADER ? field.hint(t("templates.preheader.hint")) : field.needed();
    }

    public Field tag() {
        return Field.text("tag", t("automations.tag"), form.tag(), errors).needed();
    }

    public Field text() {
        return Field.text("text", t("automations.text-to-operators"), form.text(), errors)
                .type("textarea")
                .hint(t("automations.text-to-operators.hint"))
                .needed();
    }

    public Field webhook() {
        return Field.select(
                "webhook",
                t("automations.webhook"),
                form.webhook(),
                webhooks.stream()
                        .map(each -> new Field.Option(each.id().toString(), each.display()))
                        .toList(),
                errors);
    }

    public String meaning(CustomValue value) {
        if (value.isOfContactField()) {
            return t("own-values.field");
        }
        return value.isOfWorkspace() ? t("own-values.own") : t("custom-value." + value.word());
    }
}
