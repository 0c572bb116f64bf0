package io.portico.mail.content;

import io.portico.kernel.WorkspaceId;
import io.portico.mail.MailTemplate;
import io.portico.mail.MailWords;
import io.portico.mail.Vocabularies;
import io.portico.mail.Vocabulary;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** Layouts made before: a text is read and laid out once, however many recipients it has. */
@Component
class LayoutShelf {
    private static final Logger LOG = LoggerFactory.getLogger(LayoutShelf.class);

    /** Some 15 kB each; beyond that it begins anew. */
    private static final int MOST = 500;

    private final Map<Key, MailLayout> made = new ConcurrentHashMap<>();
    private final Layouts layouts;
    private final BiFunction<WorkspaceId, MailTemplate, Vocabulary> vocabularies;

    @Autowired
    LayoutShelf(Layouts layouts, Vocabularies vocabularies) {
        this(layouts, vocabularies::of);
    }

    LayoutShelf(Layouts layouts, BiFunction<WorkspaceId, MailTemplate, Vocabulary> vocabularies) {
        this.layouts = layouts;
        this.vocabularies = vocabularies;
    }

    private record Key(LayoutOrder order, MailTemplate template, MailWords words) {}

    /**
     * @param instead what is said when the words can no longer be read, so that a mail that lets somebody in never fails
     *     for its words
     */
    MailLayout of(LayoutOrder order, MailTemplate template, MailWords words, MailWords instead) {
        var key = new Key(order, template, words);
        MailLayout known = made.get(key);
        if (known != null) {
            return known;
        }
        if (made.size() >= MOST) {
            made.clear();
        }
        MailLayout layout = draw(order, template, words, instead);
        made.put(key, layout);
        return layout;
    }

    private MailLayout draw(LayoutOrder order, MailTemplate template, MailWords words, MailWords instead) {
        Vocabulary vocabulary = vocabularies.apply(order.workspace().id(), template);
        WordsReader reader = WordsReader.of(words, vocabulary);
        if (reader.faults().isEmpty()) {
            return layouts.draw(order, reader.parts());
        }
        LOG.error(
                "The texts of {} in workspace {} cannot be read any more; its mails say what Portico says",
                template.word(),
                order.workspace().id());
        return layouts.draw(order, WordsReader.of(instead, Vocabulary.STANDARD).parts());
    }
}
