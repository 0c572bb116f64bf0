package io.portico.api.automations;

import io.portico.automation.Passage;
import io.portico.automation.TakenStep;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * A contact's way through an automation as the API shows it.
 *
 * @param nextAt when it goes on, at the latest; empty when it is over, or rests
 */
record PassageShown(
        String id,
        String automationId,
        String contactId,
        String state,
        int version,
        Instant enteredAt,
        Optional<Instant> endedAt,
        Optional<Instant> nextAt,
        List<TakenStepShown> steps) {
    PassageShown {
        steps = List.copyOf(steps);
    }

    /**
     * A step that was taken, and what became of it.
     *
     * @param reason why it was left out
     */
    record TakenStepShown(JsonNode step, String outcome, Optional<String> reason, Instant at) {
        static TakenStepShown of(TakenStep taken, DefinitionJson json) {
            return new TakenStepShown(
                    json.tree(taken.step()),
                    taken.outcome().word(),
                    Optional.of(taken.detail()).filter(detail -> !detail.isEmpty()),
                    taken.at());
        }
    }

    static PassageShown of(Passage passage, DefinitionJson json) {
        return new PassageShown(
                passage.id().toString(),
                passage.automation().toString(),
                passage.contact().toString(),
                passage.state().word(),
                passage.version(),
                passage.enteredAt(),
                passage.endedAt(),
                passage.due(),
                passage.steps().stream()
                        .map(taken -> TakenStepShown.of(taken, json))
                        .toList());
    }
}
