package io.portico.automation;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** What makes a contact enter an automation. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "on")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Trigger.Created.class, name = "created"),
    @JsonSubTypes.Type(value = Trigger.Tagged.class, name = "tagged"),
    @JsonSubTypes.Type(value = Trigger.Untagged.class, name = "untagged"),
    @JsonSubTypes.Type(value = Trigger.Invited.class, name = "invited"),
    @JsonSubTypes.Type(value = Trigger.Joined.class, name = "joined"),
    @JsonSubTypes.Type(value = Trigger.SignedIn.class, name = "signed-in"),
    @JsonSubTypes.Type(value = Trigger.Unseen.class, name = "unseen")
})
public sealed interface Trigger {
    record Created() implements Trigger {}

    record Tagged(String tag) implements Trigger {}

    record Untagged(String tag) implements Trigger {}

    record Invited() implements Trigger {}

    record Joined() implements Trigger {}

    record SignedIn() implements Trigger {}

    /** Joined, and not seen for so many days. */
    record Unseen(int days) implements Trigger {
        public Unseen {
            if (days < 1) {
                throw new IllegalArgumentException("unseen for days: " + days);
            }
        }
    }
}
