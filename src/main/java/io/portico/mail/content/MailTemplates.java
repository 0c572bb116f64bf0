package io.portico.mail.content;

import io.portico.kernel.TemplateVersionId;
import io.portico.kernel.WorkspaceId;
import io.portico.mail.MailWords;
import io.portico.mail.Vocabularies;
import io.portico.tenancy.Tenancy;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The texts of a workspace's mails: Portico's own, and what the workspace made of them. */
@Component
public class MailTemplates {
    /** So many versions of a template are kept in each language. */
    public static final int KEPT = 100;

    private final Tenancy tenancy;
    private final TemplateStore store;
    private final MailTexts texts;
    private final Vocabularies vocabularies;

    MailTemplates(Tenancy tenancy, TemplateStore store, MailTexts texts, Vocabularies vocabularies) {
        this.tenancy = tenancy;
        this.store = store;
        this.texts = texts;
        this.vocabularies = vocabularies;
    }

    /** What Portico writes where the workspace says nothing. */
    public MailWords standard(TemplateKey key) {
        return texts.words(key);
    }

    /** The newest version of every template that was ever changed. */
    public Map<TemplateKey, TemplateVersion> latest(WorkspaceId workspace) {
        return tenancy.in(workspace, () -> store.latest(workspace)).stream()
                .collect(Collectors.toUnmodifiableMap(TemplateVersion::key, Function.identity()));
    }

    /** What mails say from now on. */
    public MailWords current(WorkspaceId workspace, TemplateKey key) {
        return tenancy.in(workspace, () -> store.of(workspace, key, 1)).stream()
                .findFirst()
                .flatMap(TemplateVersion::words)
                .orElseGet(() -> standard(key));
    }

    /** Newest first; at most {@value #KEPT}. */
    public List<TemplateVersion> versions(WorkspaceId workspace, TemplateKey key) {
        return tenancy.in(workspace, () -> store.of(workspace, key, KEPT));
    }

    public Optional<TemplateVersion> version(WorkspaceId workspace, TemplateVersionId id) {
        return tenancy.in(workspace, () -> store.find(workspace, id));
    }

    /** Checks texts for a template without saving them. */
    public WordsCheck check(WorkspaceId workspace, TemplateKey key, MailWords words) {
        return WordsReader.of(words, vocabularies.of(workspace, key.template())).check();
    }
}
