package io.portico.api;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * One page of a list.
 *
 * @param next the cursor of the page after it; empty on the last
 */
public record ApiPage<T>(List<T> data, Optional<String> next) {
    public ApiPage {
        data = List.copyOf(data);
    }

    public <U> ApiPage<U> map(Function<? super T, ? extends U> shown) {
        return new ApiPage<>(data.stream().<U>map(shown).toList(), next);
    }
}
