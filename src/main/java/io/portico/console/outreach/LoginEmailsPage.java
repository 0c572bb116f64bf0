package io.portico.console.outreach;

import io.portico.outreach.Plan;
import io.portico.web.ConsoleVisit;
import io.portico.web.Field;
import io.portico.web.FormErrors;
import io.portico.web.PageModel;
import java.util.Optional;

/** Send login email: whom; and, as soon as somebody is chosen, what will become of each. */
public record LoginEmailsPage(
        ConsoleVisit visit,
        Recipients recipients,
        RunForm form,
        TimingForm timing,
        FormErrors errors,
        Optional<Plan> plan)
        implements PageModel {
    @Override
    public ConsoleVisit frame() {
        return visit;
    }

    public Field addresses() {
        return Field.text("addresses", t("login-emails.addresses"), form.addresses(), errors)
                .type("textarea")
                .hint(t("login-emails.addresses.hint"));
    }

    /** Which addresses the plan on this page is about. */
    public String mark() {
        return form.mark();
    }

    public Field noteField() {
        return Field.text("note", t("invite.note"), form.note(), errors)
                .type("textarea")
                .hint(t("invite.note.hint"));
    }

    public Field startsAt() {
        return timing.at(visit, errors);
    }

    public Field spread() {
        return timing.over(visit, errors);
    }

    public VerdictList verdicts() {
        return new VerdictList(
                visit, plan.orElseThrow(), visit.at("/login-emails/group"), visit.at("/login-emails/strangers"));
    }
}
