package io.portico.console.settings;

import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import io.portico.mail.MailPace;
import io.portico.mail.MailPaces;
import io.portico.web.Answer;
import io.portico.web.ConsoleController;
import io.portico.web.ConsoleVisit;
import io.portico.web.FormErrors;
import io.portico.web.Needs;
import io.portico.web.Notice;
import io.portico.workspace.Permission;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;

/** Changes how fast the mails of runs may leave. */
@ConsoleController
class MailPaceController {
    private final Templates templates;
    private final MailPaces paces;

    MailPaceController(Templates templates, MailPaces paces) {
        this.templates = templates;
        this.paces = paces;
    }

    @GetMapping("/w/{workspace}/settings/pace")
    @Needs(Permission.MANAGE_WORKSPACE)
    Answer show(ConsoleVisit visit) {
        return Answer.page(page(visit, MailPaceForm.of(paces.of(visit.workspaceId())), FormErrors.none()));
    }

    @PostMapping("/w/{workspace}/settings/pace")
    @Needs(Permission.MANAGE_WORKSPACE)
    Answer save(ConsoleVisit visit, @ModelAttribute MailPaceForm form) {
        FormErrors errors = FormErrors.none();
        Optional<MailPace> pace = form.read(visit.texts(), errors);
        if (pace.isEmpty()) {
            return Answer.invalid(page(visit, form, errors));
        }
        paces.change(visit.workspaceId(), pace.get(), visit.actor());
        return Answer.seeOther(visit.at("/settings/pace")).saying(Notice.done("pace.saved"));
    }

    private JteModel page(ConsoleVisit visit, MailPaceForm form, FormErrors errors) {
        return templates.consoleSettingsPace(new MailPacePage(visit, form, errors));
    }
}
