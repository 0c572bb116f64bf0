package io.portico.automation;

import java.time.Duration;
import java.util.List;

/**
 * Who enters, and what is done then, one step after another; stored as JSON, version by version.
 *
 * @param again how long after entering the same contact may enter again; zero for never
 */
public record Definition(Trigger trigger, List<Condition> conditions, List<Step> steps, Duration again) {
    private static final int MOST_STEPS = 50;

    public Definition {
        conditions = List.copyOf(conditions);
        steps = List.copyOf(steps);
        if (steps.isEmpty() || steps.size() > MOST_STEPS || again.isNegative()) {
            throw new IllegalArgumentException("an automation has 1 to 50 steps: " + steps.size() + ", again " + again);
        }
    }

    static Definition once(Trigger trigger, List<Condition> conditions, Step... steps) {
        return new Definition(trigger, conditions, List.of(steps), Duration.ZERO);
    }
}
