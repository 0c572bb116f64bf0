package io.portico.contacts;

import java.util.List;
import java.util.Optional;

/** One page of a list, and the cursors of the pages before and after it. */
public record PeoplePage(List<Contact> people, Optional<String> previous, Optional<String> next) {
    public PeoplePage {
        people = List.copyOf(people);
    }
}
