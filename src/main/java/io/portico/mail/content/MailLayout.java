package io.portico.mail.content;

import io.portico.mail.SingleLine;
import java.util.List;

/** A mail laid out for all its recipients: what is the same for everybody is written and escaped once. */
record MailLayout(List<Span> subject, List<Span> html, List<Span> text) {
    /** In {@code char}s; mail programs show some seventy. */
    private static final int LONGEST_SUBJECT = 250;

    /** A recipient's own mail. */
    MailContent fill(Filling filling) {
        String line = SingleLine.of(Span.write(subject, filling));
        return new MailContent(
                line.length() <= LONGEST_SUBJECT ? line : cut(line),
                Span.write(html, filling),
                Span.write(text, filling));
    }

    private static String cut(String line) {
        int end = Character.isHighSurrogate(line.charAt(LONGEST_SUBJECT - 1)) ? LONGEST_SUBJECT - 1 : LONGEST_SUBJECT;
        return line.substring(0, end).strip() + "…";
    }
}
