package io.portico.mail.content;

import gg.jte.generated.precompiled.Templates;
import io.portico.mail.OwnValue;
import io.portico.mail.Vocabulary;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/** A mail writer without the rest of Portico. */
public final class MailWriters {
    private static final Clock CLOCK = Clock.systemUTC();

    private MailWriters() {}

    public static MailWriter real(Templates templates) {
        return real(templates, Vocabulary.STANDARD, List.of());
    }

    static MailWriter real(Templates templates, Vocabulary vocabulary, List<OwnValue> own) {
        var texts = new MailTexts();
        return new MailWriter(
                texts,
                new CurrentWords(workspace -> Map.of(), CLOCK),
                new CurrentValues(workspace -> own, CLOCK),
                new LayoutShelf(new Layouts(texts, templates), (workspace, template) -> vocabulary));
    }
}
