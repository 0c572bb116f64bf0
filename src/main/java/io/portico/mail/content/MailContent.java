package io.portico.mail.content;

/** A mail's words, ready to be sent; with live secrets, so never stored but in the built-in mailbox. */
public record MailContent(String subject, String html, String text) {
    /** Never the words. */
    @Override
    public String toString() {
        return "MailContent[hidden]";
    }
}
