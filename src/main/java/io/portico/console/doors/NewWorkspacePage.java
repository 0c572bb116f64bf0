package io.portico.console.doors;

import io.portico.web.Frame;
import io.portico.web.PageModel;

/**
 * Opens a further workspace.
 *
 * @param mayOpen the operator is an owner somewhere; else the page says whom to ask
 * @param alone the operator belongs to no workspace
 */
public record NewWorkspacePage(Frame frame, WorkspaceFields workspace, boolean mayOpen, boolean alone)
        implements PageModel {}
