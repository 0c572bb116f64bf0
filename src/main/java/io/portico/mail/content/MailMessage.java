package io.portico.mail.content;

import io.portico.kernel.Language;
import java.util.Optional;

/**
 * The model of a mail's HTML, drawn once for many recipients: where something of a recipient's own is to stand, a string
 * holds a mark of {@link Slots}. All strings are plain text but {@code body} and {@code note}, which are one mark each.
 */
public record MailMessage(
        Language language,
        String subject,
        String preheader,
        BrandHead head,
        String body,
        Optional<Note> note,
        Button button,
        Optional<CodeToType> code,
        MailFoot foot) {
    /** A personal note, below a line that says whose it is. */
    public record Note(String heading, String lines) {}

    /** The one button, and its address in full for those whose button does not work. */
    public record Button(String label, String url, String hint) {}

    /** The code, in groups for reading. */
    public record CodeToType(String label, String digits, String hint) {}
}
