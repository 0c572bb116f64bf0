package io.portico;

import java.util.Set;

/** What opens something. Add a new secret here, and where it opens something a new {@link SecretDoor}. */
enum SecretKind {
    OPERATOR_LINK(SecretDoor.LINK_PAGE, SecretDoor.LINK_BUTTON, SecretDoor.NEW_LINK),
    SELF_LINK(SecretDoor.LINK_PAGE, SecretDoor.LINK_BUTTON, SecretDoor.NEW_LINK),
    LOGIN_EMAIL_LINK(SecretDoor.LINK_PAGE, SecretDoor.LINK_BUTTON, SecretDoor.NEW_LINK),
    INVITATION_LINK(SecretDoor.LINK_PAGE, SecretDoor.LINK_BUTTON, SecretDoor.NEW_LINK),
    AUTOMATION_LINK(SecretDoor.LINK_PAGE, SecretDoor.LINK_BUTTON, SecretDoor.NEW_LINK),
    CODE(SecretDoor.CODE_ENTRY),
    CONTACT_SESSION(SecretDoor.PORTAL_COOKIE),
    OPERATOR_SESSION(SecretDoor.CONSOLE_COOKIE),
    PASSWORD(SecretDoor.OPERATOR_SIGN_IN),
    /** What the browser holds between the password and the second step. */
    HALF_WAY(SecretDoor.SECOND_STEP_PAGE),
    TOTP_CODE(SecretDoor.SECOND_STEP),
    RECOVERY_CODE(SecretDoor.SECOND_STEP),
    OPERATOR_INVITATION(SecretDoor.JOIN_PAGE, SecretDoor.JOIN_BUTTON),
    PASSWORD_RESET(SecretDoor.RESET_PAGE, SecretDoor.RESET_BUTTON),
    API_KEY(SecretDoor.API),
    AUTOMATION_ADDRESS(SecretDoor.AUTOMATION),
    /** Opens nothing where there are operators; where there are none, see the tests of the set-up. */
    SET_UP_LINK,
    CSRF_TOKEN(SecretDoor.FORM),
    /** The cookie half of the CSRF token: useless in a form. */
    CSRF_COOKIE,
    NOTICE_COOKIE;
    private final Set<SecretDoor> opens;

    SecretKind(SecretDoor... opens) {
        this.opens = Set.of(opens);
    }

    Set<SecretDoor> opens() {
        return opens;
    }

    boolean opens(SecretDoor door, boolean here) {
        return opens.contains(door) && (here || door.isOfTheWholeConsole());
    }
}
