package io.portico.workspace;

/** What became of a change to an operator's place in a workspace. */
public sealed interface RoleChange {
    record Done(Operator operator) implements RoleChange {}

    /** The operator has this role already. */
    record Unchanged(Operator operator) implements RoleChange {}

    /** The operator's role, or the one to be given, is above the acting operator's own. */
    record AboveOwn() implements RoleChange {}

    /** A workspace never loses its last owner. */
    record LastOwner() implements RoleChange {}

    /** Not, or no longer, an operator of this workspace. */
    record NotHere() implements RoleChange {}
}
