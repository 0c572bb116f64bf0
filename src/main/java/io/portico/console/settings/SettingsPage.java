package io.portico.console.settings;

import io.portico.console.doors.WorkspaceFields;
import io.portico.web.ConsoleVisit;
import io.portico.web.Field;
import io.portico.web.FormErrors;
import io.portico.web.Frame;
import io.portico.web.PageModel;

/** What can be changed about a workspace, and its portal's address, which cannot be changed here. */
public record SettingsPage(ConsoleVisit visit, String portal, Field language, Field timeZone) implements PageModel {
    static SettingsPage of(ConsoleVisit visit, String portal, SettingsForm form, FormErrors errors) {
        return new SettingsPage(
                visit,
                portal,
                WorkspaceFields.language(visit.texts(), "workspaceLanguage", form.workspaceLanguage(), errors)
                        .hint(visit.t("settings.language.hint")),
                WorkspaceFields.timeZone(visit.texts(), form.timeZone(), errors)
                        .hint(visit.t("settings.time-zone.hint")));
    }

    @Override
    public Frame frame() {
        return visit;
    }
}
