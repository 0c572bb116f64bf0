package io.portico.console.outreach;

import gg.jte.generated.precompiled.Templates;
import io.portico.console.people.SelectionForm;
import io.portico.kernel.RunId;
import io.portico.outreach.LoginEmails;
import io.portico.outreach.Plan;
import io.portico.outreach.RunTiming;
import io.portico.outreach.TypedAddress;
import io.portico.web.Answer;
import io.portico.web.ConsoleController;
import io.portico.web.ConsoleVisit;
import io.portico.web.FormErrors;
import io.portico.web.Needs;
import io.portico.web.Sends;
import io.portico.workspace.Permission;
import java.time.Clock;
import java.util.List;
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
            @ModelAttribute RunForm form,
            @ModelAttribute TimingForm timing) {
        SelectionForm changed = change.applyTo(chosen);
        var errors = new FormErrors();
        form.checkAddresses(errors, visit.texts());
        return Answer.page(
                templates.consoleOutreachLoginEmails(page(visit, changed, change.find(), form, timing, errors)));
    }

    /** @param seen the {@link RunForm#mark} of the addresses as the operator saw what becomes of them */
    @PostMapping("/w/{workspace}/login-emails/send")
    @Needs(Permission.LET_IN)
    @Sends
    Answer send(
            ConsoleVisit visit,
            @ModelAttribute SelectionForm chosen,
            @ModelAttribute RunForm form,
            @ModelAttribute TimingForm typed,
            @RequestParam(defaultValue = "") String seen) {
        FormErrors errors = form.check(chosen, visit.texts());
        if (errors.isEmpty() && !seen.equals(form.mark())) {
            errors.put("addresses", visit.t("login-emails.not-seen"));
        }
        Optional<RunTiming> timing = typed.read(visit, clock.instant(), errors);
        if (timing.isEmpty()) {
            return Answer.invalid(templates.consoleOutreachLoginEmails(page(visit, chosen, "", form, typed, errors)));
        }
        RunId run = loginEmails.send(
                visit.workspaceId(), chosen.selection(), form.typed(), form.words(), timing.get(), visit.actor());
        return Answer.seeOther(visit.at("/runs/" + run));
    }

    /** Those whom nobody knows can be invited instead: the form for it, with their addresses. */
    @PostMapping("/w/{workspace}/login-emails/strangers")
    @Needs(Permission.LET_IN)
    Answer inviteStrangers(ConsoleVisit visit, @ModelAttribute RunForm form) {
        var errors = new FormErrors();
        form.checkAddresses(errors, visit.texts());
        List<TypedAddress> strangers =
                errors.isEmpty() ? loginEmails.strangers(visit.workspaceId(), form.typed()) : List.of();
        return Answer.page(templates.consoleOutreachInvite(new InvitePage(
                visit,
                recipients.read(visit.workspaceId(), SelectionForm.NOBODY, ""),
                form.with(strangers),
                TimingForm.NOW,
                FormErrors.none(),
                Optional.empty())));
    }

    private LoginEmailsPage page(
            ConsoleVisit visit, SelectionForm chosen, String find, RunForm form, TimingForm timing, FormErrors errors) {
        boolean nobody = chosen.isEmpty() && (form.typed().isEmpty() || form.isTooLong());
        Optional<Plan> plan = nobody
                ? Optional.empty()
                : Optional.of(loginEmails.plan(visit.workspaceId(), chosen.selection(), form.typed()));
        return new LoginEmailsPage(
                visit, recipients.read(visit.workspaceId(), chosen, find), form, timing, errors, plan);
    }
}
