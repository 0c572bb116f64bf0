package io.portico.console.account;

import java.util.regex.Pattern;

/** What is about to happen once an operator has proved that it is them, known by where they were on the way to. */
enum ConfirmedAct {
    PASSKEY_ADDED("/account/passkeys(/new)?", "confirm.act.passkey-added"),
    PASSKEY_REMOVED("/account/passkeys/[^/]+/remove", "confirm.act.passkey-removed"),
    PASSWORD("/account/password", "confirm.act.password"),
    RECOVERY_CODES("/account/recovery-codes", "confirm.act.recovery-codes"),
    SESSION("/account/sessions/[^/]+/end", "confirm.act.session"),
    SESSIONS("/account/sessions/end-others", "confirm.act.sessions"),
    TWO_STEP_ON("/account/two-step", "confirm.act.two-step-on"),
    TWO_STEP_OFF("/account/two-step/off", "confirm.act.two-step-off"),
    INVITATION("/w/[^/]+/operators", "confirm.act.invitation"),
    RESEND("/w/[^/]+/operators/invitations/[^/]+/resend", "confirm.act.resend"),
    REMOVAL("/w/[^/]+/operators/[^/]+/remove", "confirm.act.removal"),
    ROLE("/w/[^/]+/operators/[^/]+/role", "confirm.act.role"),
    SECOND_STEP("/w/[^/]+/settings/second-step/[^/]+", "confirm.act.second-step"),
    SUB_DOMAIN("/w/[^/]+/settings/(portal-address/)?sub-domain", "confirm.act.sub-domain"),
    STORE_APP("/w/[^/]+/settings/portal-app/.+", "confirm.act.store-app"),
    LIFETIMES("/w/[^/]+/settings/access", "confirm.act.lifetimes"),
    /** Leads on to a page that changes nothing by itself, or to one that is not listed here. */
    OTHER(".*", "confirm.act.other");

    private final Pattern path;
    private final String key;

    ConfirmedAct(String path, String key) {
        this.path = Pattern.compile(path);
        this.key = key;
    }

    static ConfirmedAct at(String path) {
        for (ConfirmedAct act : values()) {
            if (act.path.matcher(path).matches()) {
                return act;
            }
        }
        return OTHER;
    }

    String key() {
        return key;
    }
}
