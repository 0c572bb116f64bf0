package io.portico.dashboard;

import java.time.Instant;
import java.util.Optional;

/**
 * What is looked for in the activity of a workspace; what is empty is not asked.
 *
 * @param kind a kind of fact, such as {@code contact.joined}
 * @param text an IP address, or part of the name, e-mail address or phone number of whoever did it or had it done
 * @param since from this moment on
 * @param until before this moment
 */
public record FeedQuery(Optional<String> kind, String text, Optional<Instant> since, Optional<Instant> until) {
    public static final FeedQuery ALL = new FeedQuery(Optional.empty(), "", Optional.empty(), Optional.empty());
}
