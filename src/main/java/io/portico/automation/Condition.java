package io.portico.automation;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.portico.contacts.Contact;
import io.portico.contacts.MembershipState;
import io.portico.kernel.Language;
import java.util.Set;

/** What must hold of a contact to enter. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "if")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Condition.HasState.class, name = "state"),
    @JsonSubTypes.Type(value = Condition.HasTag.class, name = "tag"),
    @JsonSubTypes.Type(value = Condition.Speaks.class, name = "language"),
    @JsonSubTypes.Type(value = Condition.HasField.class, name = "field")
})
public sealed interface Condition {
    record HasState(Set<MembershipState> states) implements Condition {
        public HasState {
            states = Set.copyOf(states);
        }
    }

    record HasTag(String tag) implements Condition {}

    /** Its own language, not the workspace's. */
    record Speaks(Language language) implements Condition {}

    /** A custom field with just this value. */
    record HasField(String name, String value) implements Condition {}

    default boolean holds(Contact contact) {
        return switch (this) {
            case HasState(Set<MembershipState> states) -> states.contains(contact.state());
            case HasTag(String tag) -> contact.tags().contains(tag);
            case Speaks(Language language) ->
                contact.language().filter(language::equals).isPresent();
            case HasField(String name, String value) ->
                value.equals(contact.custom().get(name));
        };
    }
}
