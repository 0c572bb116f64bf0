package io.portico.console.automations;

import io.portico.automation.AutomationMail;
import io.portico.automation.Step;
import io.portico.automation.StepKind;
import io.portico.automation.WaitEnd;
import io.portico.console.settings.LifetimeUnit;
import io.portico.kernel.WebhookId;
import io.portico.mail.MailWords;
import io.portico.web.FormErrors;
import io.portico.web.Texts;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A step as it was typed; each kind has its own of these fields.
 *
 * @param number with the unit, how long a wait takes
 * @param then what becomes of who waited for an event
 */
public record StepForm(
        String number,
        String unit,
        String then,
        String mail,
        String subject,
        String preheader,
        String body,
        String button,
        String tag,
        String text,
        String webhook) {
    private static final String NUMBER = "3";
    private static final String UNIT = LifetimeUnit.DAYS.word();
    private static final String THEN = WaitEnd.STOP_IF.word();

    public StepForm(
            @Nullable String number,
            @Nullable String unit,
            @Nullable String then,
            @Nullable String mail,
            @Nullable String subject,
            @Nullable String preheader,
            @Nullable String body,
            @Nullable String button,
            @Nullable String tag,
            @Nullable String text,
            @Nullable String webhook) {
        this.number = Objects.requireNonNullElse(number, "");
        this.unit = Objects.requireNonNullElse(unit, UNIT);
        this.then = Objects.requireNonNullElse(then, THEN);
        this.mail = Objects.requireNonNullElse(mail, "");
        this.subject = Objects.requireNonNullElse(subject, "");
        this.preheader = Objects.requireNonNullElse(preheader, "");
        this.body = Objects.requireNonNullElse(body, "");
        this.button = Objects.requireNonNullElse(button, "");
        this.tag = Objects.requireNonNullElse(tag, "");
        this.text = Objects.requireNonNullElse(text, "");
        this.webhook = Objects.requireNonNullElse(webhook, "");
    }

    /** What stands there before anything is typed. */
    private static StepForm blank() {
        return new StepForm(NUMBER, UNIT, THEN, "", "", "", "", "", "", "", "");
    }

    /** What a step of this kind begins with. */
    static StepForm fresh(StepKind kind, Texts texts) {
        return kind == StepKind.WRITE
                ? blank().with(new MailWords("", "", "", texts.t("automations.write.button")))
                : blank();
    }

    static StepForm of(Step step) {
        return switch (step) {
            case Step.Wait(Duration time) -> blank().lasting(time);
            case Step.WaitFor(var event, Duration most, WaitEnd then) ->
                blank().lasting(most).then(then);
            case Step.Write(MailWords words) -> blank().with(words);
            case Step.SendMail(AutomationMail mail) -> blank().sending(mail);
            case Step.AddTag(String tag) -> blank().tagged(tag);
            case Step.RemoveTag(String tag) -> blank().tagged(tag);
            case Step.NotifyOperators(String text) -> blank().telling(text);
            case Step.CallWebhook(WebhookId webhook) -> blank().calling(webhook);
            case Step.Invite invite -> blank();
            case Step.SendLoginEmail mail -> blank();
            case Step.Stop stop -> blank();
        };
    }

    private StepForm lasting(Duration time) {
        LifetimeUnit of = LifetimeUnit.of(time);
        return new StepForm(
                String.valueOf(of.in(time)),
                of.word(),
                then,
                mail,
                subject,
                preheader,
                body,
                button,
                tag,
                text,
                webhook);
    }

    private StepForm then(WaitEnd end) {
        return new StepForm(number, unit, end.word(), mail, subject, preheader, body, button, tag, text, webhook);
    }

    private StepForm with(MailWords words) {
        return new StepForm(
                number,
                unit,
                then,
                mail,
                words.subject(),
                words.preheader(),
                words.body(),
                words.button(),
                tag,
                text,
                webhook);
    }

    private StepForm sending(AutomationMail which) {
        return new StepForm(number, unit, then, which.word(), subject, preheader, body, button, tag, text, webhook);
    }

    private StepForm tagged(String word) {
        return new StepForm(number, unit, then, mail, subject, preheader, body, button, word, text, webhook);
    }

    private StepForm telling(String what) {
        return new StepForm(number, unit, then, mail, subject, preheader, body, button, tag, what, webhook);
    }

    private StepForm calling(WebhookId which) {
        return new StepForm(number, unit, then, mail, subject, preheader, body, button, tag, text, which.toString());
    }

    MailWords words() {
        return new MailWords(subject, preheader, body, button);
    }

    /** Empty, with the error told, when it is no time that a wait may take. */
    Optional<Duration> time(Texts texts, FormErrors errors) {
        Optional<Duration> time = LifetimeUnit.parse(unit)
                .filter(each -> number.strip().matches("[0-9]{1,6}"))
                .map(each -> each.times(Long.parseLong(number.strip())))
                .filter(each -> each.compareTo(Step.SHORTEST_WAIT) >= 0 && each.compareTo(Step.LONGEST_WAIT) <= 0);
        if (time.isEmpty()) {
            errors.put("number", texts.t("automations.time.wrong"));
        }
        return time;
    }
}
