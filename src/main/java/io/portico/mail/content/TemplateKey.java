package io.portico.mail.content;

import io.portico.kernel.Language;
import io.portico.mail.MailTemplate;

/** A template in one language: what has texts of its own. */
public record TemplateKey(MailTemplate template, Language language) {
    public TemplateKey {
        if (!template.isEditable()) {
            throw new IllegalArgumentException(template.word() + " has no texts of its own");
        }
    }
}
