package io.portico.console.mails;

import io.portico.kernel.Language;
import io.portico.mail.MailTemplate;
import io.portico.mail.content.TemplateKey;
import io.portico.mail.content.TemplateVersion;
import io.portico.web.ConsoleVisit;
import io.portico.web.PageModel;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All mails of the workspace, by language, and which of them say something of its own. */
public record TemplatesPage(ConsoleVisit visit, Map<TemplateKey, TemplateVersion> latest) implements PageModel {
    public TemplatesPage {
        latest = Map.copyOf(latest);
    }

    static TemplatesPage of(ConsoleVisit visit, Map<TemplateKey, TemplateVersion> latest) {
        return new TemplatesPage(visit, latest);
    }

    @Override
    public ConsoleVisit frame() {
        return visit;
    }

    public List<MailTemplate> toContacts() {
        return editable(true);
    }

    public List<MailTemplate> toOperators() {
        return editable(false);
    }

    private static List<MailTemplate> editable(boolean toContact) {
        return Arrays.stream(MailTemplate.values())
                .filter(MailTemplate::isEditable)
                .filter(each -> each.isToContact() == toContact)
                .toList();
    }

    public Language[] languages() {
        return Language.values();
    }

    public String path(MailTemplate template, Language language) {
        return visit.at("/settings/mails/" + template.word() + "/" + language.tag());
    }

    /** The version that is in force, where the workspace says something of its own. */
    public Optional<TemplateVersion> changed(MailTemplate template, Language language) {
        return Optional.ofNullable(latest.get(new TemplateKey(template, language)))
                .filter(version -> version.words().isPresent());
    }
}
