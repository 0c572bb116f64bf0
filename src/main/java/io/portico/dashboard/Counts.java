package io.portico.dashboard;

import java.util.Map;

/** Every figure's number. */
public record Counts(Map<Figure, Long> numbers) {
    public Counts {
        numbers = Map.copyOf(numbers);
    }

    public long of(Figure figure) {
        return numbers.getOrDefault(figure, 0L);
    }

    /** Whether nobody was invited or joined yet. */
    public boolean isBeginning() {
        return of(Figure.INVITED) == 0 && of(Figure.JOINED) == 0;
    }
}
