package io.portico.workspace;

import io.portico.kernel.WorkspaceId;
import java.time.Instant;

/** That an operator belongs to a workspace, as what, and since when. */
public record OperatorMembership(WorkspaceId workspace, Role role, Instant joinedAt) {}
