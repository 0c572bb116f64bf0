package io.portico.automation;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.portico.activity.ActivityEntry;
import io.portico.kernel.AutomationId;
import io.portico.webhooks.WebhookEvent;
import java.util.Optional;
import java.util.stream.Stream;

/** What makes a contact enter an automation; those that are events may be waited for, too. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "on")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Trigger.Created.class, name = "created"),
    @JsonSubTypes.Type(value = Trigger.Tagged.class, name = "tagged"),
    @JsonSubTypes.Type(value = Trigger.Untagged.class, name = "untagged"),
    @JsonSubTypes.Type(value = Trigger.Invited.class, name = "invited"),
    @JsonSubTypes.Type(value = Trigger.Unanswered.class, name = "unanswered"),
    @JsonSubTypes.Type(value = Trigger.Joined.class, name = "joined"),
    @JsonSubTypes.Type(value = Trigger.SignedIn.class, name = "signed-in"),
    @JsonSubTypes.Type(value = Trigger.Unseen.class, name = "unseen"),
    @JsonSubTypes.Type(value = Trigger.Bounced.class, name = "bounced"),
    @JsonSubTypes.Type(value = Trigger.AppOpened.class, name = "app-opened"),
    @JsonSubTypes.Type(value = Trigger.Called.class, name = "called")
})
public sealed interface Trigger {
    int MOST_DAYS = 365;

    /** Refused at once, or taken and come back: {@link WebhookEvent#in} knows the facts that say so. */
    String BOUNCED = "mail.bounced";

    record Created() implements Trigger {}

    record Tagged(String tag) implements Trigger {
        public Tagged {
            tag = Step.fitTag(tag);
        }
    }

    record Untagged(String tag) implements Trigger {
        public Untagged {
            tag = Step.fitTag(tag);
        }
    }

    record Invited() implements Trigger {}

    /** Invited, and has not joined for so many days since. */
    record Unanswered(int days) implements Trigger {
        public Unanswered {
            fitDays(days);
        }
    }

    record Joined() implements Trigger {}

    record SignedIn() implements Trigger {}

    /** Joined, and not seen for so many days. */
    record Unseen(int days) implements Trigger {
        public Unseen {
            fitDays(days);
        }
    }

    /** A mail to the contact came back: the mailbox does not exist. */
    record Bounced() implements Trigger {}

    /** The contact opened the installed portal app, for the first time in a month. */
    record AppOpened() implements Trigger {}

    /** Another program called the automation's own address. */
    record Called() implements Trigger {}

    private static void fitDays(int days) {
        if (days < 1 || days > MOST_DAYS) {
            throw new IllegalArgumentException("days must be 1 to " + MOST_DAYS + ": " + days);
        }
    }

    default TriggerKind kind() {
        return switch (this) {
            case Created created -> TriggerKind.CREATED;
            case Tagged tagged -> TriggerKind.TAGGED;
            case Untagged untagged -> TriggerKind.UNTAGGED;
            case Invited invited -> TriggerKind.INVITED;
            case Unanswered unanswered -> TriggerKind.UNANSWERED;
            case Joined joined -> TriggerKind.JOINED;
            case SignedIn signedIn -> TriggerKind.SIGNED_IN;
            case Unseen unseen -> TriggerKind.UNSEEN;
            case Bounced bounced -> TriggerKind.BOUNCED;
            case AppOpened opened -> TriggerKind.APP_OPENED;
            case Called called -> TriggerKind.CALLED;
        };
    }

    /** @param tag for those that need one, likewise the days */
    static Trigger of(TriggerKind kind, String tag, int days) {
        return switch (kind) {
            case CREATED -> new Created();
            case TAGGED -> new Tagged(tag);
            case UNTAGGED -> new Untagged(tag);
            case INVITED -> new Invited();
            case UNANSWERED -> new Unanswered(days);
            case JOINED -> new Joined();
            case SIGNED_IN -> new SignedIn();
            case UNSEEN -> new Unseen(days);
            case BOUNCED -> new Bounced();
            case APP_OPENED -> new AppOpened();
            case CALLED -> new Called();
        };
    }

    /** Whether it begins with an invitation: whoever has it taken back is inside no longer. */
    default boolean beginsWithInvitation() {
        return switch (this) {
            case Invited invited -> true;
            case Unanswered unanswered -> true;
            case Created other -> false;
            case Tagged other -> false;
            case Untagged other -> false;
            case Joined other -> false;
            case SignedIn other -> false;
            case Unseen other -> false;
            case Bounced other -> false;
            case AppOpened other -> false;
            case Called other -> false;
        };
    }

    /** What an entry of the log must {@linkplain #signals signal} for this; empty when time alone brings it about. */
    default Optional<String> signal(AutomationId of) {
        return switch (this) {
            case Created created -> Optional.of("contact.created");
            case Tagged(String tag) -> Optional.of("contact.tagged:" + tag);
            case Untagged(String tag) -> Optional.of("contact.untagged:" + tag);
            case Invited invited -> Optional.of("contact.invited");
            case Joined joined -> Optional.of("contact.joined");
            case SignedIn signedIn -> Optional.of("contact.signed_in");
            case Bounced bounced -> Optional.of(BOUNCED);
            case AppOpened opened -> Optional.of("app.opened");
            case Called called -> Optional.of("automation.called:" + of);
            case Unanswered unanswered -> Optional.empty();
            case Unseen unseen -> Optional.empty();
        };
    }

    /** What an entry of the log means to automations; nothing for most, several things when tags came with it. */
    static Stream<String> signals(ActivityEntry entry) {
        String kind = entry.kind();
        return switch (kind) {
            case "contact.created" -> Stream.concat(Stream.of(kind), tags(entry));
            case "contact.updated" -> tags(entry);
            case "contact.invited", "contact.joined", "contact.signed_in", "app.opened" -> Stream.of(kind);
            case "contact.tagged", "contact.untagged" -> Stream.of(kind + ":" + said(entry, "text"));
            case "automation.called" -> Stream.of(kind + ":" + said(entry, "automation"));
            default ->
                WebhookEvent.in(kind, entry.details()).stream()
                        .filter(event -> event == WebhookEvent.MAIL_BOUNCED)
                        .map(event -> BOUNCED);
        };
    }

    private static Stream<String> tags(ActivityEntry entry) {
        return Stream.of("tagged", "untagged")
                .flatMap(change -> entry.details()
                        .path(change)
                        .valueStream()
                        .map(tag -> "contact." + change + ":" + tag.asString("")));
    }

    private static String said(ActivityEntry entry, String name) {
        return entry.details().path(name).asString("");
    }
}
