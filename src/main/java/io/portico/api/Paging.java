package io.portico.api;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * Which page of a list is asked for.
 *
 * @param limit how many items it may have
 * @param after the place behind which it begins; empty for the first page
 * @param cursor makes a cursor of a place
 */
public record Paging(int limit, Optional<String> after, UnaryOperator<String> cursor) {
    /** One more than the page has: whether it is there tells whether there is a further page. */
    public int wanted() {
        return limit + 1;
    }

    /** The page of what was found, of which there may be {@link #wanted} many. */
    public <T> ApiPage<T> page(List<T> found, Function<T, String> place) {
        boolean more = found.size() > limit;
        List<T> shown = more ? found.subList(0, limit) : found;
        return new ApiPage<>(shown, more ? Optional.of(cursor.apply(place.apply(shown.getLast()))) : Optional.empty());
    }
}
