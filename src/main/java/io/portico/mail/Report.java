package io.portico.mail;

/**
 * A report about a mail, as a mail provider or a mail server gives it.
 *
 * @param mark by which the mail is known, made by {@link MailMarks}; whatever else it is, the report changes nothing
 * @param said why, in the reporter's words
 */
public record Report(String mark, ReturnKind kind, String said) {
    private static final int LONGEST = 500;

    public Report {
        String line = SingleLine.of(said).replaceAll("\\s+", " ");
        said = line.substring(0, Math.min(LONGEST, line.length()));
    }
}
