package io.portico.mail.content;

import gg.jte.generated.precompiled.Templates;
import io.portico.kernel.Language;
import io.portico.mail.Composition;
import io.portico.mail.CustomValue;
import io.portico.mail.MailTemplate;
import io.portico.mail.SingleLine;
import io.portico.workspace.Workspace;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Writes a mail: fills the template's texts and lays them out as HTML and as plain text. */
@Component
public class MailWriter {
    private static final Pattern BLANK_LINES = Pattern.compile("\\R\\s*\\R");

    private final MailTexts texts;
    private final CurrentValues own;
    private final Templates templates;

    MailWriter(MailTexts texts, CurrentValues own, Templates templates) {
        this.texts = texts;
        this.own = own;
        this.templates = templates;
    }

    public MailContent write(MailTemplate template, Workspace workspace, Composition.Ready mail) {
        MailMessage message = message(template, workspace, mail);
        return new MailContent(message.subject(), templates.mailMessage(message).render(), PlainText.of(message));
    }

    private MailMessage message(MailTemplate template, Workspace workspace, Composition.Ready mail) {
        var filled = new Filled(mail.language(), values(workspace, mail));
        return new MailMessage(
                mail.language(),
                SingleLine.of(filled.part(template, "subject")),
                SingleLine.of(filled.part(template, "preheader")),
                SingleLine.of(workspace.name()),
                workspace.accent(),
                paragraphs(filled.part(template, "body")),
                mail.note().filter(note -> !note.isBlank()).map(note -> note(note, filled)),
                new MailMessage.Button(filled.part(template, "button"), mail.buttonUrl(), filled.text("mail.link")),
                mail.code().map(code -> code(code, filled)),
                filled.text(template.isToContact() ? "mail.footer.contact" : "mail.footer.operator"));
    }

    private static MailMessage.Note note(String note, Filled filled) {
        List<String> lines = note.strip().lines().map(SingleLine::of).toList();
        return new MailMessage.Note(filled.text("mail.note"), lines);
    }

    private static MailMessage.CodeToType code(String code, Filled filled) {
        String digits = code.length() == 6 ? code.substring(0, 3) + " " + code.substring(3) : code;
        return new MailMessage.CodeToType(filled.text("mail.code"), digits, filled.text("mail.code.hint"));
    }

    private static List<List<String>> paragraphs(String body) {
        return BLANK_LINES
                .splitAsStream(body.strip())
                .map(paragraph -> paragraph.lines().map(String::strip).toList())
                .toList();
    }

    private Map<CustomValue, String> values(Workspace workspace, Composition.Ready mail) {
        Map<CustomValue, String> values = new HashMap<>();
        values.putAll(mail.values());
        values.put(CustomValue.WORKSPACE_NAME, workspace.name());
        values.put(CustomValue.WORKSPACE_TIME_ZONE, workspace.timeZone().getId());
        values.putAll(own.of(workspace.id()));
        return values;
    }

    /** The texts of one mail: its language, its values. */
    private final class Filled {
        private final Language language;
        private final Map<CustomValue, String> values;

        Filled(Language language, Map<CustomValue, String> values) {
            this.language = language;
            this.values = values;
        }

        String part(MailTemplate template, String part) {
            return texts.of(language, template, part).fill(values);
        }

        String text(String key) {
            return texts.of(language, key).fill(values);
        }
    }
}
