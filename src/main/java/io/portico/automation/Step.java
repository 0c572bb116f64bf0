package io.portico.automation;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Duration;

/** What an automation does, one after another. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "do")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Step.Wait.class, name = "wait"),
    @JsonSubTypes.Type(value = Step.WaitForJoining.class, name = "wait-for-joining"),
    @JsonSubTypes.Type(value = Step.SendMail.class, name = "send-mail"),
    @JsonSubTypes.Type(value = Step.Invite.class, name = "invite"),
    @JsonSubTypes.Type(value = Step.SendLoginEmail.class, name = "send-login-email"),
    @JsonSubTypes.Type(value = Step.AddTag.class, name = "add-tag"),
    @JsonSubTypes.Type(value = Step.RemoveTag.class, name = "remove-tag"),
    @JsonSubTypes.Type(value = Step.Stop.class, name = "stop")
})
public sealed interface Step {
    record Wait(Duration time) implements Step {}

    /** Ends the automation for the contact as soon as they have joined; goes on when they have not by then. */
    record WaitForJoining(Duration most) implements Step {}

    record SendMail(AutomationMail mail) implements Step {}

    record Invite() implements Step {}

    record SendLoginEmail() implements Step {}

    record AddTag(String tag) implements Step {}

    record RemoveTag(String tag) implements Step {}

    record Stop() implements Step {}

    /** As it stands in the history: {@code send-mail}. */
    default String word() {
        return switch (this) {
            case Wait wait -> "wait";
            case WaitForJoining wait -> "wait-for-joining";
            case SendMail mail -> "send-mail";
            case Invite invite -> "invite";
            case SendLoginEmail mail -> "send-login-email";
            case AddTag tag -> "add-tag";
            case RemoveTag tag -> "remove-tag";
            case Stop stop -> "stop";
        };
    }
}
