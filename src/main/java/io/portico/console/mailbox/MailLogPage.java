package io.portico.console.mailbox;

import io.portico.mail.MailLog;
import io.portico.mail.MailLogEntry;
import io.portico.mail.MailState;
import io.portico.mail.MailTemplate;
import io.portico.mail.ReturnKind;
import io.portico.web.ConsoleVisit;
import io.portico.web.PageModel;
import java.util.List;
import java.util.Optional;

/**
 * The mail log, one page of it: what was sent, to whom, when and with what result. It knows no bodies.
 *
 * @param newest where the log begins, on any page but the first
 * @param older where it goes on, when it does
 */
public record MailLogPage(
        ConsoleVisit visit,
        MailLogParams params,
        List<MailLogEntry> mails,
        Optional<String> newest,
        Optional<String> older)
        implements PageModel {
    public MailLogPage {
        mails = List.copyOf(mails);
    }

    static MailLogPage of(ConsoleVisit visit, MailLogParams params, List<MailLogEntry> mails, int shown) {
        List<MailLogEntry> page = mails.stream().limit(shown).toList();
        String log = visit.at("/mails");
        return new MailLogPage(
                visit,
                params,
                page,
                params.start().map(start -> log + params.address("")),
                mails.size() > shown
                        ? Optional.of(log + params.address(page.getLast().id().toString()))
                        : Optional.empty());
    }

    public List<MailTemplate> kinds() {
        return List.of(MailTemplate.values());
    }

    public List<MailState> states() {
        return List.of(MailState.values());
    }

    public List<ReturnKind> returns() {
        return List.of(ReturnKind.values());
    }

    /** How many mails a search looks through. */
    public int reach() {
        return MailLog.REACH;
    }

    public boolean showsAll() {
        return params.asksForAll();
    }

    @Override
    public ConsoleVisit frame() {
        return visit;
    }
}
