package io.portico.automation;

import io.portico.contacts.Contact;
import io.portico.kernel.EntryId;
import io.portico.kernel.WorkspaceId;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Contacts who go through an automation side by side: at the same step of the same version, each of them once. They and
 * their entries are held until the transaction ends.
 */
record Flock(List<Member> members) {
    record Member(Entry entry, Contact contact) {}

    Flock {
        members = List.copyOf(members);
    }

    boolean isEmpty() {
        return members.isEmpty();
    }

    /** What is the same for all of them; none of an empty flock. */
    Entry any() {
        return members.getFirst().entry();
    }

    WorkspaceId workspace() {
        return any().workspace();
    }

    List<Entry> entries() {
        return members.stream().map(Member::entry).toList();
    }

    List<Contact> contacts() {
        return members.stream().map(Member::contact).toList();
    }

    Flock only(Predicate<Member> which) {
        return new Flock(members.stream().filter(which).toList());
    }

    /** The same for each. */
    Map<EntryId, Progress> all(Progress progress) {
        return each(member -> progress);
    }

    Map<EntryId, Progress> each(Function<Member, Progress> progress) {
        return members.stream()
                .collect(Collectors.toMap(member -> member.entry().id(), progress));
    }
}
