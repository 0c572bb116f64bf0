package io.portico.web;

import io.portico.workspace.Permission;

/** The operator belongs to the workspace, but the role lacks the permission: shown as 403. */
class NotPermitted extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotPermitted(Permission permission) {
        super("needs " + permission);
    }
}
