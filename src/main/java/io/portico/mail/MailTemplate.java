package io.portico.mail;

import io.portico.kernel.Labelled;
import java.util.Locale;

/** The mails Portico writes; each has subject, preheader, body and button in every language. */
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
    WEBHOOK_DISABLED;

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
                    AUTOMATION_COME_BACK -> true;
            case OPERATOR_INVITATION,
                    PASSWORD_RESET,
                    PASSWORD_CHANGED,
                    TWO_STEP_ON,
                    TWO_STEP_OFF,
                    PASSKEY_ADDED,
                    PASSKEY_REMOVED,
                    WEBHOOK_DISABLED -> false;
        };
    }

    /** How facts name it, as a word that ICU's {@code select} takes: {@code login_email}. */
    public String factWord() {
        return name().toLowerCase(Locale.ROOT);
    }
}
