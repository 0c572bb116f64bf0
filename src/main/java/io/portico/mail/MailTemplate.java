package io.portico.mail;

import io.portico.kernel.Labelled;
import java.util.Locale;

/** The mails Portico writes; each that is editable has subject, preheader, body and button in every language. */
public enum MailTemplate implements Labelled {
    SIGN_IN,
    MAGIC_LINK,
    LOGIN_EMAIL,
    INVITATION,
    INVITATION_REMINDER,
    AUTOMATION_REMINDER,
    AUTOMATION_WELCOME,
    AUTOMATION_COME_BACK,
    OPERATOR_INVITATION,
    PASSWORD_RESET,
    PASSWORD_CHANGED,
    TWO_STEP_ON,
    TWO_STEP_OFF,
    PASSKEY_ADDED,
    PASSKEY_REMOVED,
    PORTAL_HOST_FAILED,
    PORTAL_HOST_BACK,
    SENDING_DOMAIN_FAILED,
    SENDING_DOMAIN_BACK,
    SENDER_TEST,
    WEBHOOK_DISABLED,
    /** An automation tells operators of a contact, in the words of its step. */
    AUTOMATION_NOTICE,
    /** Says what an automation or a program wants said to a contact. */
    OWN_MAIL,
    /** Shows an operator what another mail looks like. */
    TEST_MAIL;

    /** @throws IllegalArgumentException for a word that is no template */
    public static MailTemplate of(String word) {
        return Labelled.of(MailTemplate.class, word);
    }

    /** Whether the recipient of such a mail is a contact; otherwise it is an operator, or somebody about to be one. */
    public boolean isToContact() {
        return switch (this) {
            case SIGN_IN,
                    MAGIC_LINK,
                    LOGIN_EMAIL,
                    INVITATION,
                    INVITATION_REMINDER,
                    AUTOMATION_REMINDER,
                    AUTOMATION_WELCOME,
                    AUTOMATION_COME_BACK,
                    OWN_MAIL -> true;
            case OPERATOR_INVITATION,
                    PASSWORD_RESET,
                    PASSWORD_CHANGED,
                    TWO_STEP_ON,
                    TWO_STEP_OFF,
                    PASSKEY_ADDED,
                    PASSKEY_REMOVED,
                    PORTAL_HOST_FAILED,
                    PORTAL_HOST_BACK,
                    SENDING_DOMAIN_FAILED,
                    SENDING_DOMAIN_BACK,
                    SENDER_TEST,
                    WEBHOOK_DISABLED,
                    AUTOMATION_NOTICE,
                    TEST_MAIL -> false;
        };
    }

    /** Whether it has texts by default, which a workspace may change; the others come with their words. */
    public boolean isEditable() {
        return this != OWN_MAIL && this != TEST_MAIL;
    }

    /** Whether such a mail is held back while its workspace is suspended: all but those about an operator's own account. */
    public boolean waitsForSuspension() {
        return isToContact() || this == OPERATOR_INVITATION || this == AUTOMATION_NOTICE;
    }

    /** How facts name it, as a word that ICU's {@code select} takes: {@code login_email}. */
    public String factWord() {
        return name().toLowerCase(Locale.ROOT);
    }
}
