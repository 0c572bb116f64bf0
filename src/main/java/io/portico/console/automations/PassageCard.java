package io.portico.console.automations;

import io.portico.automation.EntryState;
import io.portico.automation.Passage;
import io.portico.web.ConsoleVisit;
import java.time.Instant;
import java.util.List;

/**
 * A contact's way through an automation, in words.
 *
 * @param path of its page
 * @param standing where the contact is in it, and since when
 */
public record PassageCard(String automation, String path, boolean isInside, String standing, List<Line> steps) {
    /** One step that was taken, and what became of it. */
    public record Line(String step, String outcome, Instant at) {}

    public PassageCard {
        steps = List.copyOf(steps);
    }

    static PassageCard of(ConsoleVisit visit, Sayings sayings, Passage passage) {
        return new PassageCard(
                passage.name(),
                visit.at("/automations/" + passage.automation() + "/people/" + passage.contact()),
                passage.state() == EntryState.INSIDE,
                standing(visit, passage),
                passage.steps().stream()
                        .map(taken -> new Line(sayings.say(taken.step()), sayings.outcome(taken), taken.at()))
                        .toList());
    }

    private static String standing(ConsoleVisit visit, Passage passage) {
        var texts = visit.texts();
        String since = texts.near(passage.enteredAt());
        return switch (passage.state()) {
            case INSIDE ->
                passage.due()
                        .map(due -> visit.t("automations.passage.inside", since, texts.time(due)))
                        .orElseGet(() -> visit.t("automations.passage.rests", since));
            case FINISHED -> visit.t("automations.passage.finished", ended(visit, passage));
            case STOPPED -> visit.t("automations.passage.stopped", ended(visit, passage));
        };
    }

    private static String ended(ConsoleVisit visit, Passage passage) {
        return visit.texts().near(passage.endedAt().orElse(passage.enteredAt()));
    }
}
