package io.portico.console.outreach;

import gg.jte.generated.precompiled.Templates;
import io.portico.console.people.SelectionForm;
import io.portico.kernel.ContactId;
import io.portico.kernel.RunId;
import io.portico.outreach.Invitations;
import io.portico.outreach.Plan;
import io.portico.outreach.RunTiming;
import io.portico.web.Answer;
import io.portico.web.ConsoleController;
import io.portico.web.ConsoleVisit;
import io.portico.web.FormErrors;
import io.portico.web.Needs;
import io.portico.web.NotFound;
import io.portico.web.Notice;
import io.portico.web.Sends;
import io.portico.workspace.Permission;
import java.time.Clock;
import java.util.Optional;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;

/** Invite to client portal: choose, see the verdicts, send. */
@ConsoleController
class InviteController {
    private final Invitations invitations;
    private final RecipientsReader recipients;
    private final Templates templates;
    private final Clock clock;

    InviteController(Invitations invitations, RecipientsReader recipients, Templates templates, Clock clock) {
        this.invitations = invitations;
        this.recipients = recipients;
        this.templates = templates;
        this.clock = clock;
    }

    /** The form; by POST when more are chosen than an address can carry, or something typed is to be kept. */
    @RequestMapping(
            path = "/w/{workspace}/invite",
            method = {RequestMethod.GET, RequestMethod.POST})
    @Needs(Permission.LET_IN)
    Answer choose(
            ConsoleVisit visit,
            @ModelAttribute SelectionForm chosen,
            @ModelAttribute RecipientChange change,
            @ModelAttribute RunForm form) {
        Recipients who = recipients.read(visit.workspaceId(), change.applyTo(chosen), change.find());
        var page = new InvitePage(visit, who, form, TimingForm.NOW, FormErrors.none(), Optional.empty());
        return Answer.page(templates.consoleOutreachInvite(page));
    }

    @PostMapping("/w/{workspace}/invite/preview")
    @Needs(Permission.LET_IN)
    Answer preview(ConsoleVisit visit, @ModelAttribute SelectionForm chosen, @ModelAttribute RunForm form) {
        FormErrors errors = form.check(chosen, visit.texts());
        if (!errors.isEmpty()) {
            return Answer.invalid(templates.consoleOutreachInvite(page(visit, chosen, form, errors)));
        }
        return Answer.page(
                templates.consoleOutreachInvitePreview(planned(visit, chosen, form, TimingForm.NOW, errors)));
    }

    private InvitePage planned(
            ConsoleVisit visit, SelectionForm chosen, RunForm form, TimingForm timing, FormErrors errors) {
        Plan plan = invitations.plan(visit.workspaceId(), chosen.selection(), form.typed());
        return new InvitePage(
                visit, recipients.read(visit.workspaceId(), chosen, ""), form, timing, errors, Optional.of(plan));
    }

    @PostMapping("/w/{workspace}/invite/send")
    @Needs(Permission.LET_IN)
    @Sends
    Answer send(
            ConsoleVisit visit,
            @ModelAttribute SelectionForm chosen,
            @ModelAttribute RunForm form,
            @ModelAttribute TimingForm typed) {
        FormErrors errors = form.check(chosen, visit.texts());
        if (!errors.isEmpty()) {
            return Answer.invalid(templates.consoleOutreachInvite(page(visit, chosen, form, errors)));
        }
        Optional<RunTiming> timing = typed.read(visit, clock.instant(), errors);
        if (timing.isEmpty()) {
            return Answer.invalid(templates.consoleOutreachInvitePreview(planned(visit, chosen, form, typed, errors)));
        }
        RunId run = invitations.send(
                visit.workspaceId(), chosen.selection(), form.typed(), form.words(), timing.get(), visit.actor());
        return Answer.seeOther(visit.at("/runs/" + run));
    }

    @PostMapping("/w/{workspace}/people/{contact}/invitation/revoke")
    @Needs(Permission.LET_IN)
    Answer revoke(ConsoleVisit visit, @PathVariable String contact) {
        ContactId id = ContactId.parse(contact).orElseThrow(() -> new NotFound("contact"));
        boolean revoked = invitations.revoke(visit.workspaceId(), id, visit.actor());
        return Answer.seeOther(visit.at("/people/" + id))
                .saying(revoked ? Notice.done("invite.revoked") : Notice.warning("invite.nothing-to-revoke"));
    }

    private InvitePage page(ConsoleVisit visit, SelectionForm chosen, RunForm form, FormErrors errors) {
        return new InvitePage(
                visit,
                recipients.read(visit.workspaceId(), chosen, ""),
                form,
                TimingForm.NOW,
                errors,
                Optional.empty());
    }
}
