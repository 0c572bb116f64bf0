package io.portico.mail.content;

import java.util.ArrayList;
import java.util.List;

/** The text part of a mail: for those who read without HTML, by choice or by need. */
final class PlainText {
    private PlainText() {}

    static String of(MailMessage mail) {
        List<String> blocks = new ArrayList<>();
        mail.paragraphs().forEach(lines -> blocks.add(String.join("\n", lines)));
        mail.note().ifPresent(note -> blocks.add(note.heading() + "\n> " + String.join("\n> ", note.lines())));
        blocks.add(mail.button().label() + ":\n" + mail.button().url());
        mail.code().ifPresent(code -> blocks.add(code.label() + ": " + code.digits() + "\n" + code.hint()));
        blocks.add("-- \n" + mail.business() + "\n" + mail.footer());
        return String.join("\n\n", blocks) + "\n";
    }
}
