package io.portico.console.outreach;

import gg.jte.generated.precompiled.Templates;
import io.portico.console.people.SelectionForm;
import io.portico.kernel.RunId;
import io.portico.outreach.LoginEmails;
import io.portico.outreach.Plan;
import io.portico.outreach.RunTiming;
import io.portico.outreach.RunWords;
import io.portico.web.Answer;
import io.portico.web.ConsoleController;
import io.portico.web.ConsoleVisit;
import io.portico.web.FormErrors;
import io.portico.web.Needs;
import io.portico.web.Sends;
import io.portico.workspace.Permission;
import java.time.Clock;
import java.util.Optional;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;

/** Send login email: choose, see the verdicts, send. */
@ConsoleController
class LoginEmailsController {
    private final LoginEmails loginEmails;
    private final RecipientsReader recipients;
    private final Templates templates;
    private final Clock clock;

    LoginEmailsController(LoginEmails loginEmails, RecipientsReader recipients, Templates templates, Clock clock) {
        this.loginEmails = loginEmails;
        this.recipients = recipients;
        this.templates = templates;
        this.clock = clock;
    }

    @RequestMapping(
            path = "/w/{workspace}/login-emails",
            method = {RequestMethod.GET, RequestMethod.POST})
    @Needs(Permission.LET_IN)
    Answer choose(
            ConsoleVisit visit,
            @ModelAttribute SelectionForm chosen,
            @ModelAttribute RecipientChange change,
            @RequestParam(defaultValue = "") String note,
            @ModelAttribute TimingForm timing) {
        SelectionForm changed = change.applyTo(chosen);
        return Answer.page(templates.consoleOutreachLoginEmails(
                page(visit, changed, change.find(), note, timing, FormErrors.none())));
    }

    @PostMapping("/w/{workspace}/login-emails/send")
    @Needs(Permission.LET_IN)
    @Sends
    Answer send(
            ConsoleVisit visit,
            @ModelAttribute SelectionForm chosen,
            @RequestParam(defaultValue = "") String note,
            @ModelAttribute TimingForm typed) {
        FormErrors errors = check(visit, chosen, note);
        Optional<RunTiming> timing = typed.read(visit, clock.instant(), errors);
        if (timing.isEmpty()) {
            return Answer.invalid(templates.consoleOutreachLoginEmails(page(visit, chosen, "", note, typed, errors)));
        }
        var words = new RunWords(note.isBlank() ? Optional.empty() : Optional.of(note.strip()), Optional.empty());
        RunId run = loginEmails.send(visit.workspaceId(), chosen.selection(), words, timing.get(), visit.actor());
        return Answer.seeOther(visit.at("/runs/" + run));
    }

    private static FormErrors check(ConsoleVisit visit, SelectionForm chosen, String note) {
        var errors = new FormErrors();
        if (chosen.isEmpty()) {
            errors.put("find", visit.t("login-emails.nobody"));
        }
        InviteForm.checkNote(note, errors, visit.texts());
        return errors;
    }

    private LoginEmailsPage page(
            ConsoleVisit visit, SelectionForm chosen, String find, String note, TimingForm timing, FormErrors errors) {
        Optional<Plan> plan = chosen.isEmpty()
                ? Optional.empty()
                : Optional.of(loginEmails.plan(visit.workspaceId(), chosen.selection()));
        return new LoginEmailsPage(
                visit, recipients.read(visit.workspaceId(), chosen, find), note, timing, errors, plan);
    }
}
