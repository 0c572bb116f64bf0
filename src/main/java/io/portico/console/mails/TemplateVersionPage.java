package io.portico.console.mails;

import io.portico.mail.MailWords;
import io.portico.mail.TextPlace;
import io.portico.mail.content.TemplateKey;
import io.portico.mail.content.TemplateVersion;
import io.portico.web.ConsoleVisit;
import io.portico.web.PageModel;

/** What a mail said once. */
public record TemplateVersionPage(
        ConsoleVisit visit, TemplateKey key, TemplateVersion version, MailWords words, String by) implements PageModel {
    static TemplateVersionPage of(
            ConsoleVisit visit, TemplateKey key, TemplateVersion version, MailWords standard, String by) {
        return new TemplateVersionPage(visit, key, version, version.words().orElse(standard), by);
    }

    @Override
    public ConsoleVisit frame() {
        return visit;
    }

    public String editor() {
        return visit.at("/settings/mails/" + key.template().word() + "/"
                + key.language().tag());
    }

    public String path() {
        return editor() + "/versions/" + version.id();
    }

    public TextPlace[] places() {
        return TextPlace.values();
    }
}
