package io.portico.console.mailbox;

import gg.jte.generated.precompiled.Templates;
import io.portico.mail.MailLog;
import io.portico.mail.MailLogEntry;
import io.portico.web.Answer;
import io.portico.web.ConsoleController;
import io.portico.web.ConsoleVisit;
import io.portico.web.Needs;
import io.portico.workspace.Permission;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;

/** What became of every mail of the workspace. */
@ConsoleController
class MailLogController {
    private static final int PER_PAGE = 50;

    private final MailLog log;
    private final Templates templates;

    MailLogController(MailLog log, Templates templates) {
        this.log = log;
        this.templates = templates;
    }

    @GetMapping("/w/{workspace}/mails")
    @Needs(Permission.READ_ACTIVITY)
    Answer list(ConsoleVisit visit, @ModelAttribute MailLogParams params) {
        // One more than is shown tells whether there is an older page.
        List<MailLogEntry> mails =
                log.search(visit.workspaceId(), params.filter(visit.texts().zone()), params.start(), PER_PAGE + 1);
        return Answer.page(templates.consoleMailboxLog(MailLogPage.of(visit, params, mails, PER_PAGE)));
    }
}
