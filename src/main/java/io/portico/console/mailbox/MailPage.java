package io.portico.console.mailbox;

import io.portico.mail.MailboxMail;
import io.portico.web.ConsoleVisit;
import io.portico.web.PageModel;

/** One mail of the mailbox, looked at in one way. */
public record MailPage(ConsoleVisit visit, MailboxMail mail, MailView view) implements PageModel {
    static MailPage of(ConsoleVisit visit, MailboxMail mail, MailView view) {
        return new MailPage(visit, mail, view);
    }

    @Override
    public ConsoleVisit frame() {
        return visit;
    }

    public String path() {
        return visit.at("/mailbox/" + mail.entry().id());
    }

    /** The value of a header, empty when the mail lacks it. */
    public String header(String name) {
        return mail.headers().stream()
                .filter(header -> header.name().equalsIgnoreCase(name))
                .map(MailboxMail.Header::value)
                .findFirst()
                .orElse("");
    }
}
