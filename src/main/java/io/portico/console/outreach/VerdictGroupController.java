package io.portico.console.outreach;

import gg.jte.generated.precompiled.Templates;
import io.portico.console.people.SelectionForm;
import io.portico.outreach.Invitations;
import io.portico.outreach.LoginEmails;
import io.portico.outreach.PlanPage;
import io.portico.outreach.Verdict;
import io.portico.web.Answer;
import io.portico.web.ConsoleController;
import io.portico.web.ConsoleVisit;
import io.portico.web.Needs;
import io.portico.web.NotFound;
import io.portico.workspace.Permission;
import java.util.ArrayList;
import java.util.List;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Before anything is sent: all of those on whom one verdict falls. By POST, for whom it is about may be a long list. */
@ConsoleController
class VerdictGroupController {
    private final LoginEmails loginEmails;
    private final Invitations invitations;
    private final Templates templates;

    VerdictGroupController(LoginEmails loginEmails, Invitations invitations, Templates templates) {
        this.loginEmails = loginEmails;
        this.invitations = invitations;
        this.templates = templates;
    }

    @PostMapping("/w/{workspace}/login-emails/group")
    @Needs(Permission.LET_IN)
    Answer ofLoginEmails(
            ConsoleVisit visit,
            @ModelAttribute SelectionForm chosen,
            @ModelAttribute RunForm form,
            @ModelAttribute TimingForm timing,
            @RequestParam(defaultValue = "") String verdict,
            @RequestParam(defaultValue = "") String after) {
        if (form.isTooLong()) {
            return Answer.seeOther(visit.at("/login-emails"));
        }
        PlanPage group = loginEmails.page(visit.workspaceId(), chosen.selection(), form.typed(), known(verdict), after);
        return page(visit, group, fields(chosen, form, timing), "/login-emails/group", "/login-emails");
    }

    @PostMapping("/w/{workspace}/invite/group")
    @Needs(Permission.LET_IN)
    Answer ofInvitations(
            ConsoleVisit visit,
            @ModelAttribute SelectionForm chosen,
            @ModelAttribute RunForm form,
            @ModelAttribute TimingForm timing,
            @RequestParam(defaultValue = "") String verdict,
            @RequestParam(defaultValue = "") String after) {
        if (!form.check(chosen, visit.texts()).isEmpty()) {
            return Answer.seeOther(visit.at("/invite"));
        }
        PlanPage group = invitations.page(visit.workspaceId(), chosen.selection(), form.typed(), known(verdict), after);
        return page(visit, group, fields(chosen, form, timing), "/invite/group", "/invite/preview");
    }

    private Answer page(
            ConsoleVisit visit, PlanPage group, List<SelectionForm.Hidden> fields, String action, String back) {
        return Answer.page(templates.consoleOutreachVerdictGroup(
                new VerdictGroupPage(visit, group, fields, visit.at(action), visit.at(back))));
    }

    private static List<SelectionForm.Hidden> fields(SelectionForm chosen, RunForm form, TimingForm timing) {
        List<SelectionForm.Hidden> all = new ArrayList<>(chosen.fields());
        all.add(new SelectionForm.Hidden("addresses", form.addresses()));
        all.add(new SelectionForm.Hidden("note", form.note()));
        all.add(new SelectionForm.Hidden("language", form.language()));
        all.add(new SelectionForm.Hidden("startsAt", timing.startsAt()));
        all.add(new SelectionForm.Hidden("spread", timing.spread()));
        return all;
    }

    private static Verdict known(String word) {
        return Verdict.parse(word).orElseThrow(() -> new NotFound("verdict"));
    }
}
