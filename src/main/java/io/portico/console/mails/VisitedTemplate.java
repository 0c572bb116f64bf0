package io.portico.console.mails;

import io.portico.kernel.Labelled;
import io.portico.kernel.Language;
import io.portico.mail.MailTemplate;
import io.portico.mail.content.TemplateKey;
import io.portico.web.NotFound;

/** The template that a path names: {@code /settings/mails/invitation/en}. */
final class VisitedTemplate {
    private VisitedTemplate() {}

    static TemplateKey of(String template, String language) {
        MailTemplate found = Labelled.parse(MailTemplate.class, template)
                .filter(MailTemplate::isEditable)
                .orElseThrow(() -> new NotFound("template"));
        Language spoken = Language.parse(language)
                .filter(each -> each.tag().equals(language))
                .orElseThrow(() -> new NotFound("template"));
        return new TemplateKey(found, spoken);
    }
}
