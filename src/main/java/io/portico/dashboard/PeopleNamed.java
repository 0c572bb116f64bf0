package io.portico.dashboard;

import io.portico.contacts.People;
import io.portico.contacts.PeopleFilter;
import io.portico.contacts.Selection;
import io.portico.kernel.WorkspaceId;
import io.portico.workspace.Colleague;
import io.portico.workspace.Operator;
import io.portico.workspace.Operators;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Finds who is meant by a piece of a name, an e-mail address or a phone number: contacts and operators. */
@Component
class PeopleNamed {
    /** A piece that means more people than these means nobody in particular. */
    private static final int MOST_CONTACTS = 1_000;

    private final People people;
    private final Operators operators;

    PeopleNamed(People people, Operators operators) {
        this.people = people;
        this.operators = operators;
    }

    Set<UUID> like(WorkspaceId workspace, String text) {
        Set<UUID> found = new HashSet<>();
        var filter = new PeopleFilter(text, Optional.empty(), Optional.empty());
        people.nextIds(workspace, new Selection.Matching(filter), Optional.empty(), MOST_CONTACTS)
                .forEach(contact -> found.add(contact.value()));
        String wanted = text.strip().toLowerCase(Locale.ROOT);
        operators.of(workspace).stream()
                .map(Colleague::operator)
                .filter(operator -> isLike(operator, wanted))
                .forEach(operator -> found.add(operator.id().value()));
        return found;
    }

    private static boolean isLike(Operator operator, String wanted) {
        return operator.name().toLowerCase(Locale.ROOT).contains(wanted)
                || operator.email().key().contains(wanted);
    }
}
