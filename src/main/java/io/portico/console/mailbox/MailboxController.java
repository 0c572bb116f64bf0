package io.portico.console.mailbox;

import gg.jte.generated.precompiled.Templates;
import io.portico.kernel.MailId;
import io.portico.mail.MailHealth;
import io.portico.mail.Mailbox;
import io.portico.mail.MailboxEntry;
import io.portico.web.Answer;
import io.portico.web.ConsoleController;
import io.portico.web.ConsoleVisit;
import io.portico.web.Needs;
import io.portico.web.Notice;
import io.portico.workspace.Permission;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The mailbox as a whole: its list, and its emptying. */
@ConsoleController
class MailboxController {
    private static final int PER_PAGE = 50;

    private final Templates templates;
    private final Mailbox mailbox;
    private final MailHealth health;

    MailboxController(Templates templates, Mailbox mailbox, MailHealth health) {
        this.templates = templates;
        this.mailbox = mailbox;
        this.health = health;
    }

    @GetMapping("/w/{workspace}/mailbox")
    @Needs(Permission.READ_MAILBOX)
    Answer list(ConsoleVisit visit, @RequestParam(defaultValue = "") String before) {
        // One more than is shown tells whether there is an older page.
        List<MailboxEntry> mails = mailbox.latest(visit.workspaceId(), PER_PAGE + 1, MailId.parse(before));
        return Answer.page(templates.consoleMailboxList(
                MailboxPage.of(visit, health.hasMailServer(), mails, PER_PAGE, !before.isEmpty())));
    }

    @GetMapping("/w/{workspace}/mailbox/empty")
    @Needs(Permission.READ_MAILBOX)
    Answer askToEmpty(ConsoleVisit visit) {
        return Answer.page(
                templates.consoleMailboxEmpty(EmptyMailboxPage.of(visit, mailbox.size(visit.workspaceId()))));
    }

    @PostMapping("/w/{workspace}/mailbox/empty")
    @Needs(Permission.READ_MAILBOX)
    Answer empty(ConsoleVisit visit) {
        int deleted = mailbox.empty(visit.workspaceId(), visit.actor());
        return Answer.seeOther(visit.at("/mailbox")).saying(Notice.done("mailbox.emptied", deleted));
    }
}
