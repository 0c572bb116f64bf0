package io.portico.console.settings;

import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import io.portico.console.doors.Typed;
import io.portico.domains.PortalAddresses;
import io.portico.web.Answer;
import io.portico.web.ConsoleController;
import io.portico.web.ConsoleVisit;
import io.portico.web.FormErrors;
import io.portico.web.Needs;
import io.portico.web.Notice;
import io.portico.workspace.Permission;
import io.portico.workspace.WorkspaceDetails;
import io.portico.workspace.Workspaces;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;

/** Changes a workspace's language and time zone. */
@ConsoleController
class SettingsController {
    private final Templates templates;
    private final Workspaces workspaces;
    private final PortalAddresses portals;

    SettingsController(Templates templates, Workspaces workspaces, PortalAddresses portals) {
        this.templates = templates;
        this.workspaces = workspaces;
        this.portals = portals;
    }

    @GetMapping("/w/{workspace}/settings")
    @Needs(Permission.MANAGE_WORKSPACE)
    Answer show(ConsoleVisit visit) {
        return Answer.page(page(visit, SettingsForm.of(visit.workspace()), FormErrors.none()));
    }

    @PostMapping("/w/{workspace}/settings")
    @Needs(Permission.MANAGE_WORKSPACE)
    Answer save(ConsoleVisit visit, @ModelAttribute SettingsForm form) {
        FormErrors errors = FormErrors.none();
        Optional<WorkspaceDetails> details = read(visit, form, errors);
        if (details.isEmpty()) {
            return Answer.invalid(page(visit, form, errors));
        }
        workspaces.change(visit.workspaceId(), details.get(), visit.actor());
        return Answer.seeOther(visit.at("/settings")).saying(Notice.done("settings.saved"));
    }

    private static Optional<WorkspaceDetails> read(ConsoleVisit visit, SettingsForm form, FormErrors errors) {
        var typed = new Typed(visit.texts(), errors);
        var language = typed.language("workspaceLanguage", form.workspaceLanguage());
        var zone = typed.timeZone("timeZone", form.timeZone());
        return language.isPresent() && zone.isPresent()
                ? Optional.of(new WorkspaceDetails(
                        visit.workspace().name(),
                        language.get(),
                        zone.get(),
                        visit.workspace().accent()))
                : Optional.empty();
    }

    private JteModel page(ConsoleVisit visit, SettingsForm form, FormErrors errors) {
        String portal = portals.of(visit.workspace()).toString();
        return templates.consoleSettingsEdit(SettingsPage.of(visit, portal, form, errors));
    }
}
