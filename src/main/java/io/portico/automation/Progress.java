package io.portico.automation;

import io.portico.kernel.Labelled;
import java.time.Instant;

/** How it goes on after a step. */
sealed interface Progress {
    StepOutcome outcome();

    /** Why it became of the step, as a word; empty when there is nothing to say. */
    default String detail() {
        return "";
    }

    record On(StepOutcome outcome, String detail) implements Progress {
        On(StepOutcome outcome) {
            this(outcome, "");
        }

        static On skipped(Labelled why) {
            return new On(StepOutcome.SKIPPED, why.word());
        }
    }

    /** @param signal wakes earlier; empty when time alone counts */
    record Until(String signal, Instant due) implements Progress {
        @Override
        public StepOutcome outcome() {
            return StepOutcome.WAITING;
        }
    }

    record End(StepOutcome outcome) implements Progress {}
}
