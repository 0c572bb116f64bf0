package io.portico.workspace;

import static io.portico.workspace.Role.ADMIN;
import static io.portico.workspace.Role.MEMBER;
import static io.portico.workspace.Role.OWNER;
import static io.portico.workspace.Role.VIEWER;

import java.util.Set;

/** The permission table: what can be done in a workspace, and which roles may do it. */
public enum Permission {
    /** Sees dashboard, people and runs. */
    READ(OWNER, ADMIN, MEMBER, VIEWER),
    /** Creates, edits, tags and imports contacts. */
    EDIT_PEOPLE(OWNER, ADMIN, MEMBER),
    /** Takes the list of contacts out as a file. */
    EXPORT_PEOPLE(OWNER, ADMIN),
    /** Disables, enables and deletes contacts. */
    REMOVE_PEOPLE(OWNER, ADMIN),
    /** Makes and revokes magic links, ends sessions, sends invitations and login e-mails. */
    LET_IN(OWNER, ADMIN, MEMBER),
    /** Invites operators and sets their roles. */
    MANAGE_OPERATORS(OWNER, ADMIN),
    /**
     * Changes name, language, time zone and brand, the portal's address and app, the sending domain, lifetimes, texts of
     * mails and automations.
     */
    MANAGE_WORKSPACE(OWNER, ADMIN),
    /** Makes and revokes API keys, and manages webhooks. */
    MANAGE_API(OWNER, ADMIN),
    /** Asks a second step of every operator. */
    REQUIRE_SECOND_STEP(OWNER),
    /** Opens further workspaces on this installation, whose owner they become. */
    OPEN_WORKSPACE(OWNER),
    /** Reads the whole activity log, with who did what. */
    READ_ACTIVITY(OWNER, ADMIN),
    /** Takes the activity log out as a file. */
    EXPORT_ACTIVITY(OWNER),
    /** Reads the built-in mailbox, where mails with live links lie while no mail server is set. */
    READ_MAILBOX(OWNER);

    private final Set<Role> roles;

    Permission(Role... roles) {
        this.roles = Set.of(roles);
    }

    boolean isGivenTo(Role role) {
        return roles.contains(role);
    }
}
