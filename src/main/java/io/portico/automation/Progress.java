package io.portico.automation;

import java.time.Instant;

/** How it goes on after a step. */
sealed interface Progress {
    StepOutcome outcome();

    record On(StepOutcome outcome) implements Progress {}

    /** @param event wakes earlier; a word that no event has when time alone counts */
    record Until(StepOutcome outcome, String event, Instant due) implements Progress {}

    record End(StepOutcome outcome) implements Progress {}
}
