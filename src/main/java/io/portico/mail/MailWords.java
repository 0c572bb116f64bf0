package io.portico.mail;

/**
 * The four texts of a mail as somebody wrote them, with custom values; the body in Markdown. A button is always part of
 * the mail: only its words are written here, so no text can lose the way in.
 */
public record MailWords(String subject, String preheader, String body, String button) {
    public String of(TextPlace place) {
        return switch (place) {
            case SUBJECT -> subject;
            case PREHEADER -> preheader;
            case BODY -> body;
            case BUTTON -> button;
        };
    }

    /** Never the words: an operator may have pasted anything. */
    @Override
    public String toString() {
        return "MailWords[hidden]";
    }
}
