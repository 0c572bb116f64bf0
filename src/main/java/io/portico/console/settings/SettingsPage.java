package io.portico.console.settings;

import io.portico.console.doors.WorkspaceFields;
import io.portico.web.ConsoleVisit;
import io.portico.web.Field;
import io.portico.web.FormErrors;
import io.portico.web.Frame;
import io.portico.web.PageModel;

/** What can be changed about a workspace, and its portal's address, which cannot be changed here. */
public record SettingsPage(ConsoleVisit visit, String portal, Field name, Field language, Field timeZone, Field accent)
        implements PageModel {
    static SettingsPage of(ConsoleVisit visit, String portal, SettingsForm form, FormErrors errors) {
        return new SettingsPage(
                visit,
                portal,
                Field.text("name", visit.t("settings.name"), form.name(), errors)
                        .hint(visit.t("settings.name.hint"))
                        .needed(),
                WorkspaceFields.language(visit.texts(), "workspaceLanguage", form.workspaceLanguage(), errors)
                        .hint(visit.t("settings.language.hint")),
                WorkspaceFields.timeZone(visit.texts(), form.timeZone(), errors)
                        .hint(visit.t("settings.time-zone.hint")),
                Field.text("accent", visit.t("settings.accent"), form.accent(), errors)
                        .hint(visit.t("settings.accent.hint"))
                        .needed());
    }

    @Override
    public Frame frame() {
        return visit;
    }
}
