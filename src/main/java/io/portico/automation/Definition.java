package io.portico.automation;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.portico.contacts.Contact;
import io.portico.contacts.MembershipState;
import io.portico.mail.CustomValue;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * Who enters, and what is done then, one step after another; stored as JSON, version by version.
 *
 * @param again how long after entering the same contact may enter again; zero for never
 */
public record Definition(Trigger trigger, List<Condition> conditions, List<Step> steps, Duration again) {
    public static final int MOST_STEPS = 50;
    public static final int MOST_CONDITIONS = 10;

    public Definition {
        conditions = List.copyOf(conditions);
        steps = List.copyOf(steps);
        if (steps.size() > MOST_STEPS || conditions.size() > MOST_CONDITIONS || again.isNegative()) {
            throw new IllegalArgumentException("at most %d steps and %d conditions: %d, %d, again after %s"
                    .formatted(MOST_STEPS, MOST_CONDITIONS, steps.size(), conditions.size(), again));
        }
    }

    public static Definition once(Trigger trigger, List<Condition> conditions, Step... steps) {
        return new Definition(trigger, conditions, List.of(steps), Duration.ZERO);
    }

    /** Whether a contact who comes may enter; where it begins with an invitation, only while that is not revoked. */
    public boolean admits(Contact contact) {
        return conditions.stream().allMatch(condition -> condition.holds(contact))
                && !(trigger.beginsWithInvitation() && contact.state() == MembershipState.REVOKED);
    }

    public Definition startedBy(Trigger other) {
        return new Definition(other, conditions, steps, again);
    }

    public Definition againAfter(Duration other) {
        return new Definition(trigger, conditions, steps, other);
    }

    public Definition withConditions(UnaryOperator<List<Condition>> change) {
        return new Definition(trigger, change.apply(new ArrayList<>(conditions)), steps, again);
    }

    /** The change gets a list it may alter. */
    public Definition withSteps(UnaryOperator<List<Step>> change) {
        return new Definition(trigger, conditions, change.apply(new ArrayList<>(steps)), again);
    }

    /** The values of the workspace's own that its mails name. */
    Set<CustomValue> ownValues() {
        return steps.stream()
                .filter(Step.Write.class::isInstance)
                .map(Step.Write.class::cast)
                .flatMap(step -> step.words().ownValues().stream())
                .collect(Collectors.toSet());
    }

    /** What gets the automation nowhere is not switched on. */
    @JsonIgnore
    public boolean isEmpty() {
        return steps.isEmpty();
    }
}
