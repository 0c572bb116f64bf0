package io.portico.console.automations;

import io.portico.automation.Automation;
import io.portico.automation.EntryLine;
import io.portico.contacts.Contact;
import io.portico.web.ConsoleVisit;
import io.portico.web.PageModel;
import java.util.List;

/** What an automation did for one contact, step by step. */
public record ContactHistoryPage(
        ConsoleVisit visit, Sayings sayings, Automation automation, Contact contact, List<EntryLine> lines)
        implements PageModel {
    public ContactHistoryPage {
        lines = List.copyOf(lines);
    }

    @Override
    public ConsoleVisit frame() {
        return visit;
    }
}
