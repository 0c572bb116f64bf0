package io.portico.console.doors;

import io.portico.access.Passwords;
import io.portico.installation.Installation;
import io.portico.web.Field;
import io.portico.web.FormErrors;
import io.portico.web.Frame;
import io.portico.web.PageModel;
import io.portico.web.StrangerVisit;

/** The first page of an installation's life: the first operator and the first workspace. */
public record SetUpPage(Frame frame, Field name, Field email, Field password, WorkspaceFields workspace)
        implements PageModel {
    static SetUpPage of(StrangerVisit visit, SetUpForm form, FormErrors errors, Installation installation) {
        return new SetUpPage(
                visit,
                Field.text("name", visit.t("doors.name"), form.name(), errors)
                        .autocomplete("name")
                        .needed(),
                Field.text("email", visit.t("doors.email"), form.email(), errors)
                        .type("email")
                        .autocomplete("username")
                        .needed(),
                Field.text("password", visit.t("doors.password"), "", errors)
                        .type("password")
                        .autocomplete("new-password")
                        .hint(visit.t("doors.password.hint", Passwords.SHORTEST))
                        .needed(),
                WorkspaceFields.of(visit.texts(), form.workspaceForm(), errors, installation));
    }
}
