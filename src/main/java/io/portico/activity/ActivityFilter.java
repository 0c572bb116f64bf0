package io.portico.activity;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * What is looked for in the log. What is empty is not asked; what is given must all hold.
 *
 * @param kind such as {@code contact.joined}
 * @param people contacts or operators, by whom or about whom it is; an empty set is nobody
 * @param address the IP address it was done from
 * @param since from this moment on
 * @param until before this moment
 */
public record ActivityFilter(
        Optional<String> kind,
        Optional<Set<UUID>> people,
        Optional<String> address,
        Optional<Instant> since,
        Optional<Instant> until) {
    public static final ActivityFilter ALL = new ActivityFilter(
            Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    public ActivityFilter {
        people = people.map(Set::copyOf);
    }
}
