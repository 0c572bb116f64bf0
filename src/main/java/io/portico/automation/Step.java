package io.portico.automation;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.portico.contacts.Tags;
import io.portico.kernel.WebhookId;
import io.portico.mail.MailWords;
import java.time.Duration;

/** What an automation does, one after another. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "do")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Step.Wait.class, name = "wait"),
    @JsonSubTypes.Type(value = Step.WaitFor.class, name = "wait-for"),
    @JsonSubTypes.Type(value = Step.Write.class, name = "write"),
    @JsonSubTypes.Type(value = Step.SendMail.class, name = "send-mail"),
    @JsonSubTypes.Type(value = Step.Invite.class, name = "invite"),
    @JsonSubTypes.Type(value = Step.SendLoginEmail.class, name = "send-login-email"),
    @JsonSubTypes.Type(value = Step.AddTag.class, name = "add-tag"),
    @JsonSubTypes.Type(value = Step.RemoveTag.class, name = "remove-tag"),
    @JsonSubTypes.Type(value = Step.NotifyOperators.class, name = "notify-operators"),
    @JsonSubTypes.Type(value = Step.CallWebhook.class, name = "call-webhook"),
    @JsonSubTypes.Type(value = Step.Stop.class, name = "stop")
})
public sealed interface Step {
    Duration SHORTEST_WAIT = Duration.ofMinutes(1);
    Duration LONGEST_WAIT = Duration.ofDays(365);
    int LONGEST_TEXT = 1000;

    record Wait(Duration time) implements Step {
        public Wait {
            fitTime(time);
        }
    }

    /** @param most how long at the longest */
    record WaitFor(Trigger event, Duration most, WaitEnd then) implements Step {
        public WaitFor {
            fitTime(most);
            if (!event.kind().isEvent()) {
                throw new IllegalArgumentException("nobody can wait for this: " + event);
            }
        }
    }

    /** A mail in words of its own; accepted by {@code OwnMails.check} before. */
    record Write(MailWords words) implements Step {}

    /** A mail whose words are among the workspace's templates. */
    record SendMail(AutomationMail mail) implements Step {}

    record Invite() implements Step {}

    record SendLoginEmail() implements Step {}

    record AddTag(String tag) implements Step {
        public AddTag {
            tag = fitTag(tag);
        }
    }

    record RemoveTag(String tag) implements Step {
        public RemoveTag {
            tag = fitTag(tag);
        }
    }

    /** A mail to owners and admins, with this text. */
    record NotifyOperators(String text) implements Step {
        public NotifyOperators {
            text = text.strip();
            if (text.isEmpty() || text.length() > LONGEST_TEXT) {
                throw new IllegalArgumentException("the text must have 1 to " + LONGEST_TEXT + " characters");
            }
        }
    }

    /** Tells one of the workspace's webhooks, with all that holds of it: signature, tries, what it may call. */
    record CallWebhook(WebhookId webhook) implements Step {}

    record Stop() implements Step {}

    private static void fitTime(Duration time) {
        if (time.compareTo(SHORTEST_WAIT) < 0 || time.compareTo(LONGEST_WAIT) > 0) {
            throw new IllegalArgumentException("a wait takes a minute to 365 days: " + time);
        }
    }

    static String fitTag(String tag) {
        String bare = tag.strip();
        if (!(Tags.check(bare) instanceof Tags.Check.Accepted(var tags)) || tags.size() != 1) {
            throw new IllegalArgumentException("this is not one tag: " + tag);
        }
        return tags.getFirst();
    }

    default StepKind kind() {
        return switch (this) {
            case Wait wait -> StepKind.WAIT;
            case WaitFor wait -> StepKind.WAIT_FOR;
            case Write mail -> StepKind.WRITE;
            case SendMail mail -> StepKind.SEND_MAIL;
            case Invite invite -> StepKind.INVITE;
            case SendLoginEmail mail -> StepKind.SEND_LOGIN_EMAIL;
            case AddTag tag -> StepKind.ADD_TAG;
            case RemoveTag tag -> StepKind.REMOVE_TAG;
            case NotifyOperators notice -> StepKind.NOTIFY_OPERATORS;
            case CallWebhook call -> StepKind.CALL_WEBHOOK;
            case Stop stop -> StepKind.STOP;
        };
    }

    /** How long it waits at the most; zero for what is done at once. */
    default Duration pause() {
        return switch (this) {
            case Wait(Duration time) -> time;
            case WaitFor(Trigger event, Duration most, WaitEnd then) -> most;
            case Write mail -> Duration.ZERO;
            case SendMail mail -> Duration.ZERO;
            case Invite invite -> Duration.ZERO;
            case SendLoginEmail mail -> Duration.ZERO;
            case AddTag tag -> Duration.ZERO;
            case RemoveTag tag -> Duration.ZERO;
            case NotifyOperators notice -> Duration.ZERO;
            case CallWebhook call -> Duration.ZERO;
            case Stop stop -> Duration.ZERO;
        };
    }
}
