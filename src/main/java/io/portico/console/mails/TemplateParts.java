package io.portico.console.mails;

import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import io.portico.kernel.OperatorId;
import io.portico.mail.Vocabularies;
import io.portico.mail.content.MailTemplates;
import io.portico.mail.content.TemplateKey;
import io.portico.mail.content.TemplateVersion;
import io.portico.web.ConsoleVisit;
import io.portico.web.FormErrors;
import io.portico.workspace.Operators;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Puts the pages of the editor together. */
@Component
class TemplateParts {
    private final Templates templates;
    private final MailTemplates mails;
    private final Vocabularies vocabularies;
    private final Operators operators;

    TemplateParts(Templates templates, MailTemplates mails, Vocabularies vocabularies, Operators operators) {
        this.templates = templates;
        this.mails = mails;
        this.vocabularies = vocabularies;
        this.operators = operators;
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
        Set<OperatorId> who = all.stream().map(TemplateVersion::savedBy).collect(Collectors.toSet());
        return new TemplatePage.Versions(all, operators.names(who));
    }

    JteModel version(ConsoleVisit visit, TemplateKey key, TemplateVersion version) {
        String by = operators.names(Set.of(version.savedBy())).getOrDefault(version.savedBy(), "–");
        return templates.consoleMailsVersion(TemplateVersionPage.of(visit, key, version, mails.standard(key), by));
    }
}
