package io.portico.console.mails;

import io.portico.mail.MailWords;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The texts of a mail as they were typed, and what they are looked at with.
 *
 * @param contact the address of the contact whose values are shown; empty for an invented one
 */
public record WordsForm(String subject, String preheader, String body, String button, String contact, String view) {
    public WordsForm(
            @Nullable String subject,
            @Nullable String preheader,
            @Nullable String body,
            @Nullable String button,
            @Nullable String contact,
            @Nullable String view) {
        this.subject = Objects.requireNonNullElse(subject, "");
        this.preheader = Objects.requireNonNullElse(preheader, "");
        this.body = Objects.requireNonNullElse(body, "");
        this.button = Objects.requireNonNullElse(button, "");
        this.contact = Objects.requireNonNullElse(contact, "");
        this.view = Objects.requireNonNullElse(view, "");
    }

    static WordsForm of(MailWords words) {
        return new WordsForm(words.subject(), words.preheader(), words.body(), words.button(), "", "");
    }

    MailWords words() {
        return new MailWords(subject, preheader, body, button);
    }
}
