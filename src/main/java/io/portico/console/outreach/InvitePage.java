package io.portico.console.outreach;

import io.portico.kernel.Language;
import io.portico.outreach.Plan;
import io.portico.web.ConsoleVisit;
import io.portico.web.Field;
import io.portico.web.FormErrors;
import io.portico.web.PageModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Invite to client portal: whom and with which words; then, with the plan, what will become of each. */
public record InvitePage(
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
        return Field.text("addresses", t("invite.addresses"), form.addresses(), errors)
                .type("textarea")
                .hint(t("invite.addresses.hint"));
    }

    public Field note() {
        return Field.text("note", t("invite.note"), form.note(), errors)
                .type("textarea")
                .hint(t("invite.note.hint"));
    }

    public Field language() {
        List<Field.Option> options = new ArrayList<>();
        options.add(new Field.Option("", t("invite.language.own")));
        for (Language each : Language.values()) {
            options.add(new Field.Option(each.tag(), each.ownName()));
        }
        return Field.select("language", t("invite.language"), form.language(), options, errors);
    }

    public Field startsAt() {
        return timing.at(visit, errors);
    }

    public Field spread() {
        return timing.over(visit, errors);
    }

    public VerdictList verdicts() {
        return new VerdictList(visit, plan.orElseThrow(), visit.at("/invite/group"), visit.at("/invite"));
    }
}
