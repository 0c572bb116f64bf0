package io.portico.web;

import io.portico.access.Device;
import io.portico.access.OperatorSession;
import io.portico.activity.Actor;
import io.portico.kernel.WorkspaceId;
import io.portico.workspace.Operator;
import io.portico.workspace.Permission;
import io.portico.workspace.Role;
import io.portico.workspace.Workspace;
import java.util.List;
import java.util.Optional;

/**
 * A signed-in operator at work in a workspace they belong to. A handler that takes one names the permission it
 * {@link Needs}; the visit exists only when the operator's role has it.
 */
public record ConsoleVisit(
        Workspace workspace,
        List<Workspace> workspaces,
        Operator operator,
        Role role,
        OperatorSession session,
        Device device,
        Texts texts,
        Assets assets,
        String csrf,
        Optional<Notice> notice,
        String here,
        String consoleHost)
        implements Frame {
    public ConsoleVisit {
        workspaces = List.copyOf(workspaces);
    }

    public WorkspaceId workspaceId() {
        return workspace.id();
    }

    public Actor actor() {
        return new Actor.Operator(operator.id(), device.ip());
    }

    public boolean may(Permission permission) {
        return role.may(permission);
    }

    /** A path within this workspace: {@code at("/people")} is {@code /w/acme/people}. */
    public String at(String below) {
        return "/w/" + workspace.slug() + below;
    }

    /** Whether the visited page lies under this part of the workspace, as its navigation shows. */
    public boolean isUnder(String below) {
        return path().equals(at(below)) || path().startsWith(at(below) + "/");
    }
}
