package io.portico.automation;

import io.portico.contacts.MembershipState;
import io.portico.kernel.Labelled;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Ready-made automations to switch on, and to change afterwards like all others. */
public enum Recipe implements Labelled {
    /** Reminds the invited after three and after seven days, unless they join. */
    REMIND_INVITED,
    /** Welcomes whoever joins. */
    WELCOME,
    /** Writes to members who have not been seen for thirty days, at most every ninety. */
    WAKE_DORMANT,
    /** Invites whoever gets the tag "client", and reminds them once, after three days. */
    INVITE_CLIENTS;

    public static final String TAG = "client";

    /** An address gets no two mails that let in within a minute, and who joins may just have had one. */
    private static final Duration AFTER_A_SIGN_IN_MAIL = Duration.ofMinutes(2);

    public static Optional<Recipe> parse(String word) {
        return Labelled.parse(Recipe.class, word);
    }

    public Definition definition() {
        return switch (this) {
            case REMIND_INVITED ->
                Definition.once(
                        new Trigger.Invited(),
                        List.of(new Condition.HasState(Set.of(MembershipState.INVITED))),
                        unlessJoined(3),
                        new Step.SendMail(AutomationMail.REMINDER),
                        unlessJoined(4),
                        new Step.SendMail(AutomationMail.REMINDER));
            case WELCOME ->
                Definition.once(
                        new Trigger.Joined(),
                        List.of(),
                        new Step.Wait(AFTER_A_SIGN_IN_MAIL),
                        new Step.SendMail(AutomationMail.WELCOME));
            case WAKE_DORMANT ->
                new Definition(
                        new Trigger.Unseen(30),
                        List.of(new Condition.HasState(Set.of(MembershipState.JOINED))),
                        List.of(new Step.SendMail(AutomationMail.COME_BACK)),
                        Duration.ofDays(90));
            case INVITE_CLIENTS ->
                Definition.once(
                        new Trigger.Tagged(TAG),
                        List.of(),
                        new Step.Invite(),
                        unlessJoined(3),
                        new Step.SendMail(AutomationMail.REMINDER));
        };
    }

    private static Step unlessJoined(int days) {
        return new Step.WaitFor(new Trigger.Joined(), Duration.ofDays(days), WaitEnd.STOP_IF);
    }
}
