package io.portico.console.domains;

import io.portico.console.doors.Typed;
import io.portico.domains.SenderTest;
import io.portico.kernel.EmailAddress;
import io.portico.mail.SenderName;
import io.portico.mail.Senders;
import io.portico.web.Answer;
import io.portico.web.ConsoleController;
import io.portico.web.ConsoleVisit;
import io.portico.web.FormErrors;
import io.portico.web.Needs;
import io.portico.web.NeedsFreshSignIn;
import io.portico.web.Notice;
import io.portico.workspace.Permission;
import java.util.Optional;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;

/** Changes in whose name a workspace's mails go and where answers arrive, and sends one to look at. */
@ConsoleController
class SenderController {
    private final Senders senders;
    private final SenderTest test;
    private final SendingPages pages;

    SenderController(Senders senders, SenderTest test, SendingPages pages) {
        this.senders = senders;
        this.test = test;
        this.pages = pages;
    }

    @PostMapping("/w/{workspace}/settings/sender")
    @Needs(Permission.MANAGE_WORKSPACE)
    @NeedsFreshSignIn
    Answer save(ConsoleVisit visit, @ModelAttribute SenderForm form) {
        FormErrors errors = FormErrors.none();
        Optional<EmailAddress> replyTo = form.replyTo().isBlank()
                ? Optional.empty()
                : new Typed(visit.texts(), errors).email("replyTo", form.replyTo());
        if (form.fromName().strip().length() > SenderName.LONGEST) {
            errors.put(
                    "fromName",
                    visit.t(
                            "doors.field.long",
                            SenderName.LONGEST,
                            form.fromName().strip().length()));
        }
        if (!errors.isEmpty()) {
            return Answer.invalid(pages.withSender(visit, form, errors));
        }
        var name = new SenderName(Optional.of(form.fromName()), replyTo);
        senders.name(visit.workspaceId(), name, visit.actor());
        return Answer.seeOther(visit.at("/settings/sending-domain")).saying(Notice.done("sending.saved"));
    }

    @PostMapping("/w/{workspace}/settings/sender/test")
    @Needs(Permission.MANAGE_WORKSPACE)
    Answer test(ConsoleVisit visit) {
        test.send(visit.workspaceId(), visit.operator());
        return Answer.seeOther(visit.at("/settings/sending-domain"))
                .saying(Notice.done("sending.tested", visit.operator().email().value()));
    }
}
