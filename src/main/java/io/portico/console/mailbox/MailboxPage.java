package io.portico.console.mailbox;

import io.portico.mail.MailboxEntry;
import io.portico.web.ConsoleVisit;
import io.portico.web.PageModel;
import java.util.List;
import java.util.Optional;

/**
 * The list of the mailbox, one page of it.
 *
 * @param mailServer whether a mail server is set, so that no more mails come here
 * @param later whether there are newer mails than those shown
 * @param older where the list goes on, when it does
 */
public record MailboxPage(
        ConsoleVisit visit, boolean mailServer, List<MailboxEntry> mails, boolean later, Optional<String> older)
        implements PageModel {
    public MailboxPage {
        mails = List.copyOf(mails);
    }

    static MailboxPage of(ConsoleVisit visit, boolean mailServer, List<MailboxEntry> mails, int shown, boolean later) {
        List<MailboxEntry> page = mails.stream().limit(shown).toList();
        Optional<String> older = mails.size() > shown
                ? Optional.of(visit.at("/mailbox?before=" + page.getLast().id()))
                : Optional.empty();
        return new MailboxPage(visit, mailServer, page, later, older);
    }

    @Override
    public ConsoleVisit frame() {
        return visit;
    }
}
