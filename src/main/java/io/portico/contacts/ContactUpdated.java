package io.portico.contacts;

import io.portico.activity.Fact;
import io.portico.activity.FactKind;
import io.portico.kernel.ContactId;
import java.util.List;
import java.util.Optional;

/** Details of a contact changed; names the fields, and of their values only the tags it got and lost. */
@FactKind("contact.updated")
public record ContactUpdated(ContactId contact, List<String> fields, List<String> tagged, List<String> untagged)
        implements Fact {
    public ContactUpdated {
        fields = List.copyOf(fields);
        tagged = List.copyOf(tagged);
        untagged = List.copyOf(untagged);
    }

    public static ContactUpdated of(Contact before, List<String> fields, List<String> tags) {
        return new ContactUpdated(before.id(), fields, without(tags, before.tags()), without(before.tags(), tags));
    }

    private static List<String> without(List<String> tags, List<String> others) {
        return tags.stream().filter(tag -> !others.contains(tag)).toList();
    }

    @Override
    public Optional<ContactId> about() {
        return Optional.of(contact);
    }
}
