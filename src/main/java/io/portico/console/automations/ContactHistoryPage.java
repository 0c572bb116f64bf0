package io.portico.console.automations;

import io.portico.automation.Automation;
import io.portico.contacts.Contact;
import io.portico.web.ConsoleVisit;
import io.portico.web.PageModel;
import java.util.List;

/** What an automation did for one contact, each time they entered it, the latest first. */
public record ContactHistoryPage(ConsoleVisit visit, Automation automation, Contact contact, List<PassageCard> passages)
        implements PageModel {
    public ContactHistoryPage {
        passages = List.copyOf(passages);
    }

    @Override
    public ConsoleVisit frame() {
        return visit;
    }
}
