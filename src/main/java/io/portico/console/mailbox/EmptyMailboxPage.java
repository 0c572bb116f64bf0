package io.portico.console.mailbox;

import io.portico.web.ConsoleVisit;
import io.portico.web.PageModel;

/** Asks whether all mails of the mailbox are really to be deleted. */
public record EmptyMailboxPage(ConsoleVisit visit, long mails) implements PageModel {
    static EmptyMailboxPage of(ConsoleVisit visit, long mails) {
        return new EmptyMailboxPage(visit, mails);
    }

    @Override
    public ConsoleVisit frame() {
        return visit;
    }
}
