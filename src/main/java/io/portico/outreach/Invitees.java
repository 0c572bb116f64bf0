package io.portico.outreach;

import io.portico.activity.Actor;
import io.portico.contacts.Contact;
import io.portico.contacts.Contacts;
import io.portico.contacts.NewContact;
import io.portico.contacts.People;
import io.portico.contacts.SaveResult;
import io.portico.contacts.Selection;
import io.portico.kernel.ContactId;
import io.portico.kernel.EmailAddress;
import io.portico.kernel.WorkspaceId;
import io.portico.mail.Suppressions;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Finds out who is meant by chosen contacts and typed addresses. */
@Component
class Invitees {
    private final Contacts contacts;
    private final People people;
    private final Suppressions suppressions;

    Invitees(Contacts contacts, People people, Suppressions suppressions) {
        this.contacts = contacts;
        this.people = people;
        this.suppressions = suppressions;
    }

    /** Chosen contacts first, then what was typed, each person once. */
    List<Invitee> of(WorkspaceId workspace, Selection chosen, List<TypedAddress> typed) {
        List<ContactId> ids = people.ids(workspace, chosen);
        Set<Object> seen = new HashSet<>(ids);
        List<Invitee> all = new ArrayList<>();
        ids.stream().map(Invitee.Known::new).forEach(all::add);
        typed.forEach(entry -> all.add(invitee(workspace, entry, seen)));
        return all;
    }

    private Invitee invitee(WorkspaceId workspace, TypedAddress entry, Set<Object> seen) {
        if (entry.address().isEmpty()) {
            return new Invitee.Invalid(entry);
        }
        EmailAddress address = entry.address().get();
        Optional<ContactId> known = contacts.withEmail(workspace, address).map(Contact::id);
        boolean isNew = seen.add(address.key()) && (known.isEmpty() || seen.add(known.get()));
        if (!isNew) {
            return new Invitee.Duplicate(entry);
        }
        return known.<Invitee>map(Invitee.Known::new).orElseGet(() -> new Invitee.Newcomer(entry));
    }

    /** The addresses of newcomers to which no mail goes: what a contact's own row would tell, there is none yet. */
    Set<EmailAddress> suppressedNewcomers(WorkspaceId workspace, List<Invitee> all) {
        List<EmailAddress> addresses = all.stream()
                .flatMap(one ->
                        one instanceof Invitee.Newcomer(TypedAddress typed) ? typed.address().stream() : Stream.empty())
                .toList();
        return suppressions.among(workspace, addresses).keySet();
    }

    /** Makes a contact of somebody new; the one who has the address by now, if somebody was quicker. */
    ContactId welcome(WorkspaceId workspace, Invitee.Newcomer newcomer, Actor actor) {
        TypedAddress typed = newcomer.typed();
        var wanted = new NewContact(
                typed.name(),
                typed.address(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Map.of(),
                Invitations.SOURCE);
        return switch (contacts.create(workspace, wanted, actor)) {
            case SaveResult.Saved(Contact contact) -> contact.id();
            case SaveResult.AddressTaken(Contact by) -> by.id();
        };
    }
}
