package io.portico.console.automations;

import io.portico.automation.AutomationHistory;
import io.portico.automation.PassageQuery;
import io.portico.contacts.Contact;
import io.portico.web.ConsoleVisit;
import java.util.List;
import org.springframework.stereotype.Component;

/** The automations a contact is in or was in, for their page. */
@Component
public class ContactAutomations {
    private static final int LATEST = 10;

    private final AutomationHistory history;
    private final StepReader reader;

    ContactAutomations(AutomationHistory history, StepReader reader) {
        this.history = history;
        this.reader = reader;
    }

    /** The latest first. */
    public List<PassageCard> of(ConsoleVisit visit, Contact contact) {
        return cards(visit, PassageQuery.of(contact.id(), LATEST));
    }

    List<PassageCard> cards(ConsoleVisit visit, PassageQuery query) {
        Sayings sayings = reader.sayings(visit);
        return history.passages(visit.workspaceId(), query).stream()
                .map(passage -> PassageCard.of(visit, sayings, passage))
                .toList();
    }
}
