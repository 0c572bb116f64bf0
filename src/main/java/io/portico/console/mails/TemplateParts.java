package io.portico.console.mails;

import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import io.portico.console.access.MakerNames;
import io.portico.mail.Vocabularies;
import io.portico.mail.content.MailTemplates;
import io.portico.mail.content.TemplateKey;
import io.portico.mail.content.TemplateVersion;
import io.portico.web.ConsoleVisit;
import io.portico.web.FormErrors;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Puts the pages of the editor together. */
@Component
class TemplateParts {
    private final Templates templates;
    private final MailTemplates mails;
    private final Vocabularies vocabularies;
    private final MakerNames makers;

    TemplateParts(Templates templates, MailTemplates mails, Vocabularies vocabularies, MakerNames makers) {
        this.templates = templates;
        this.mails = mails;
        this.vocabularies = vocabularies;
        this.makers = makers;
    }

    JteModel editor(ConsoleVisit visit, TemplateKey key) {
        return editor(
                visit, key, WordsForm.of(mails.current(visit.workspaceId(), key)), FormErrors.none(), Optional.empty());
    }

    JteModel editor(ConsoleVisit visit, TemplateKey key, WordsForm form, FormErrors errors, Optional<String> said) {
        return templates.consoleMailsTemplate(new TemplatePage(
                visit,
                key,
                vocabularies.of(visit.workspaceId(), key.template()),
                versions(visit, key),
                form,
                errors,
                said));
    }

    private TemplatePage.Versions versions(ConsoleVisit visit, TemplateKey key) {
        List<TemplateVersion> all = mails.versions(visit.workspaceId(), key);
        return new TemplatePage.Versions(
                all, makers.of(visit, all.stream().map(TemplateVersion::savedBy).toList()));
    }

    JteModel version(ConsoleVisit visit, TemplateKey key, TemplateVersion version) {
        String by = versions(visit, key).by(version);
        return templates.consoleMailsVersion(TemplateVersionPage.of(visit, key, version, mails.standard(key), by));
    }
}
