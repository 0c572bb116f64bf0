package io.portico.console.automations;

import io.portico.automation.Condition;
import io.portico.automation.Step;
import io.portico.automation.StepOutcome;
import io.portico.automation.TakenStep;
import io.portico.automation.Trigger;
import io.portico.automation.WaitEnd;
import io.portico.kernel.Labelled;
import io.portico.kernel.WebhookId;
import io.portico.mail.SkipReason;
import io.portico.web.Texts;
import java.util.Map;
import java.util.stream.Collectors;

/** Says in plain words what an automation does. */
public record Sayings(Texts texts, Map<WebhookId, String> webhooks) {
    public Sayings {
        webhooks = Map.copyOf(webhooks);
    }

    /** As a sentence: "Somebody joins". */
    public String say(Trigger trigger) {
        return switch (trigger) {
            case Trigger.Tagged(String tag) -> texts.t("automations.on.tagged", tag);
            case Trigger.Untagged(String tag) -> texts.t("automations.on.untagged", tag);
            case Trigger.Unanswered(int days) -> texts.t("automations.on.unanswered", days);
            case Trigger.Unseen(int days) -> texts.t("automations.on.unseen", days);
            case Trigger.Created other -> texts.label(other.kind());
            case Trigger.Invited other -> texts.label(other.kind());
            case Trigger.Joined other -> texts.label(other.kind());
            case Trigger.SignedIn other -> texts.label(other.kind());
            case Trigger.Bounced other -> texts.label(other.kind());
            case Trigger.AppOpened other -> texts.label(other.kind());
            case Trigger.Called other -> texts.label(other.kind());
        };
    }

    public String say(Condition condition) {
        return switch (condition) {
            case Condition.HasState(var states) ->
                texts.t(
                        "automations.if.state",
                        states.stream().sorted().map(texts::label).collect(Collectors.joining(", ")));
            case Condition.HasTag(String tag) -> texts.t("automations.if.tag", tag);
            case Condition.Speaks(var language) -> texts.t("automations.if.language", language.ownName());
            case Condition.HasField(String name, String value) -> texts.t("automations.if.field", name, value);
        };
    }

    public String say(Step step) {
        return switch (step) {
            case Step.Wait(var time) -> texts.t("automations.step.wait", texts.lasting(time));
            case Step.WaitFor(Trigger event, var most, WaitEnd then) ->
                switch (then) {
                    case STOP_IF -> texts.t("automations.step.wait-for.stop-if", say(event), texts.lasting(most));
                    case GO_ON -> texts.t("automations.step.wait-for.go-on", say(event), texts.lasting(most));
                    case STOP_UNLESS ->
                        texts.t("automations.step.wait-for.stop-unless", say(event), texts.lasting(most));
                };
            case Step.Write(var words) -> texts.t("automations.step.write", words.subject());
            case Step.SendMail(var mail) -> texts.t("automations.step.send-mail", texts.label(mail));
            case Step.Invite invite -> texts.t("automations.step.invite");
            case Step.SendLoginEmail mail -> texts.t("automations.step.send-login-email");
            case Step.AddTag(String tag) -> texts.t("automations.step.add-tag", tag);
            case Step.RemoveTag(String tag) -> texts.t("automations.step.remove-tag", tag);
            case Step.NotifyOperators(String text) -> texts.t("automations.step.notify-operators", text);
            case Step.CallWebhook(var webhook) ->
                texts.t(
                        "automations.step.call-webhook",
                        webhooks.getOrDefault(webhook, texts.t("automations.webhook.gone")));
            case Step.Stop stop -> texts.t("automations.step.stop");
        };
    }

    /** What became of it, and why. */
    public String outcome(TakenStep line) {
        String outcome = texts.label(line.outcome());
        return line.outcome() == StepOutcome.SKIPPED
                ? Labelled.parse(SkipReason.class, line.detail())
                        .map(why -> outcome + ": " + texts.label(why))
                        .orElse(outcome)
                : outcome;
    }
}
