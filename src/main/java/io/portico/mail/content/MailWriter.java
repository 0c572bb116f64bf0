package io.portico.mail.content;

import io.portico.mail.Composition;
import io.portico.mail.CustomValue;
import io.portico.mail.MailTemplate;
import io.portico.mail.MailWords;
import io.portico.mail.SingleLine;
import io.portico.workspace.Workspace;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Writes a mail: fills the layout of the template's texts, or of texts of the mail's own, for one recipient. Texts and
 * layouts are kept in memory; a change is followed within a second.
 */
@Component
public class MailWriter {
    private final MailTexts texts;
    private final CurrentWords current;
    private final CurrentValues own;
    private final LayoutShelf layouts;

    MailWriter(MailTexts texts, CurrentWords current, CurrentValues own, LayoutShelf layouts) {
        this.texts = texts;
        this.current = current;
        this.own = own;
        this.layouts = layouts;
    }

    /** @throws IllegalStateException when a value is missing without which the mail would be useless */
    public MailContent write(MailTemplate template, Workspace workspace, Composition.Ready mail) {
        List<String> note = note(mail);
        var order = new LayoutOrder(
                workspace,
                mail.language(),
                template.isToContact(),
                portal(template, mail),
                !note.isEmpty(),
                mail.code().isPresent());
        return layout(template, order, mail)
                .fill(new Filling(values(workspace, mail), mail.buttonUrl(), mail.code(), note));
    }

    private MailLayout layout(MailTemplate template, LayoutOrder order, Composition.Ready mail) {
        Optional<MailWords> words = mail.words();
        if (words.isPresent()) {
            return layouts.of(order, template, words.get(), words.get());
        }
        var key = new TemplateKey(template, mail.language());
        MailWords standard = texts.words(key);
        return layouts.of(
                order, template, current.of(order.workspace().id(), key).orElse(standard), standard);
    }

    private static Optional<String> portal(MailTemplate template, Composition.Ready mail) {
        return template.isToContact()
                ? Optional.ofNullable(mail.values().get(CustomValue.PORTAL_URL))
                : Optional.empty();
    }

    private static List<String> note(Composition.Ready mail) {
        return mail.note().filter(note -> !note.isBlank()).stream()
                .flatMap(note -> note.strip().lines())
                .map(SingleLine::of)
                .toList();
    }

    private Map<CustomValue, String> values(Workspace workspace, Composition.Ready mail) {
        Map<CustomValue, String> values = new HashMap<>(mail.values());
        values.putAll(WorkspaceValues.of(workspace));
        values.putAll(own.of(workspace.id()));
        return values;
    }
}
