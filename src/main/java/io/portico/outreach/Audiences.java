package io.portico.outreach;

import io.portico.activity.Actor;
import io.portico.contacts.Contacts;
import io.portico.contacts.Newcomer;
import io.portico.contacts.People;
import io.portico.contacts.Selection;
import io.portico.kernel.ContactId;
import io.portico.kernel.WorkspaceId;
import java.time.Clock;
import java.util.List;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** Finds out who is meant by chosen contacts and typed addresses. */
@Component
class Audiences {
    private final People people;
    private final Contacts contacts;
    private final Clock clock;

    Audiences(People people, Contacts contacts, Clock clock) {
        this.people = people;
        this.contacts = contacts;
        this.clock = clock;
    }

    /** Hands the audience to the work, within one transaction. */
    <T> T of(
            WorkspaceId workspace,
            RunKind kind,
            Selection chosen,
            List<TypedAddress> typed,
            Function<Audience, T> work) {
        return people.choose(workspace, chosen, rows -> work.apply(new Audience(kind, rows, new TypedList(typed))));
    }

    /** Makes contacts of those of the list whom nobody knows. */
    void welcome(WorkspaceId workspace, TypedList typed, Actor actor) {
        if (!typed.isEmpty()) {
            List<Newcomer> newcomers =
                    typed.distinct().stream().map(this::newcomer).toList();
            contacts.welcome(workspace, newcomers, Invitations.SOURCE, actor);
        }
    }

    private Newcomer newcomer(TypedAddress entry) {
        return new Newcomer(ContactId.next(clock), entry.name(), entry.address().orElseThrow());
    }
}
