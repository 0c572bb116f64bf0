package io.portico.console.doors;

import io.portico.installation.Installation;
import io.portico.web.FormErrors;
import io.portico.web.Frame;
import io.portico.web.PageModel;
import io.portico.web.StrangerVisit;

/** Opens a further workspace; {@code first} when the operator belongs to none. */
public record NewWorkspacePage(Frame frame, WorkspaceFields workspace, boolean first) implements PageModel {
    static NewWorkspacePage of(
            StrangerVisit visit, WorkspaceForm form, FormErrors errors, Installation installation, boolean first) {
        return new NewWorkspacePage(visit, WorkspaceFields.of(visit.texts(), form, errors, installation), first);
    }
}
