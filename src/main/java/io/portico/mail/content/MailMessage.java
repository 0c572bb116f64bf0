package io.portico.mail.content;

import io.portico.kernel.Language;
import io.portico.workspace.Accent;
import java.util.List;
import java.util.Optional;

/** The model of a mail's HTML and text part. A paragraph is a list of lines; all strings are plain text. */
public record MailMessage(
        Language language,
        String subject,
        String preheader,
        String business,
        Accent accent,
        List<List<String>> paragraphs,
        Optional<Note> note,
        Button button,
        Optional<CodeToType> code,
        String footer) {
    /** A personal note, below a line that says whose it is. */
    public record Note(String heading, List<String> lines) {
        public Note {
            lines = List.copyOf(lines);
        }
    }

    /** The one button, and its address in full for those whose button does not work. */
    public record Button(String label, String url, String hint) {
        public Button {
            if (!url.startsWith("https://") && !url.startsWith("http://")) {
                throw new IllegalArgumentException("a button leads to a web address");
            }
        }
    }

    /** The code, in groups for reading: {@code 123 456}. */
    public record CodeToType(String label, String digits, String hint) {}

    public MailMessage {
        paragraphs = List.copyOf(paragraphs);
    }

    /** Never the words, which hold a live link. */
    @Override
    public String toString() {
        return "MailMessage[hidden]";
    }
}
