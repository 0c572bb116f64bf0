package io.portico;

/** Where a secret may be brought. */
enum SecretDoor {
    LINK_PAGE,
    LINK_BUTTON,
    NEW_LINK,
    CODE_ENTRY,
    PORTAL_COOKIE,
    CONSOLE_COOKIE,
    OPERATOR_SIGN_IN,
    SECOND_STEP_PAGE,
    SECOND_STEP,
    JOIN_PAGE,
    JOIN_BUTTON,
    RESET_PAGE,
    RESET_BUTTON,
    SET_UP_PAGE,
    SET_UP_BUTTON,
    API,
    AUTOMATION,
    FORM;

    boolean isInThePath() {
        return this != SECOND_STEP_PAGE && name().endsWith("_PAGE") || name().endsWith("_BUTTON") || this == NEW_LINK;
    }

    /** Whose secret names the place by itself: the same door for every workspace. */
    boolean isOfTheWholeConsole() {
        return switch (this) {
            case OPERATOR_SIGN_IN,
                    SECOND_STEP_PAGE,
                    SECOND_STEP,
                    JOIN_PAGE,
                    JOIN_BUTTON,
                    RESET_PAGE,
                    RESET_BUTTON,
                    AUTOMATION -> true;
            case LINK_PAGE,
                    LINK_BUTTON,
                    NEW_LINK,
                    CODE_ENTRY,
                    PORTAL_COOKIE,
                    CONSOLE_COOKIE,
                    SET_UP_PAGE,
                    SET_UP_BUTTON,
                    API,
                    FORM -> false;
        };
    }
}
