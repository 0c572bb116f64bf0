package io.portico.mail;

import io.portico.kernel.Labelled;

/** The mails Portico writes; each has subject, preheader, body and button in every language. */
public enum MailTemplate implements Labelled {
    SIGN_IN,
    MAGIC_LINK,
    LOGIN_EMAIL,
    INVITATION,
    INVITATION_REMINDER,
    OPERATOR_INVITATION,
    PASSWORD_RESET;

    /** @throws IllegalArgumentException for a word that is no template */
    public static MailTemplate of(String word) {
        for (MailTemplate template : values()) {
            if (template.word().equals(word)) {
                return template;
            }
        }
        throw new IllegalArgumentException("not a mail template: " + word);
    }
}
