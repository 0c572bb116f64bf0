package io.portico.console.settings;

import io.portico.web.ConsoleVisit;
import io.portico.web.Field;
import io.portico.web.FormErrors;
import io.portico.web.PageModel;

/** How fast the mails of a workspace's runs may leave, to be changed. */
public record MailPacePage(ConsoleVisit visit, MailPaceForm form, FormErrors errors) implements PageModel {
    @Override
    public ConsoleVisit frame() {
        return visit;
    }

    public Field perMinute() {
        return Field.text("perMinute", t("pace.per-minute"), form.perMinute(), errors)
                .hint(t("pace.per-minute.hint"));
    }

    public Field perDomain() {
        return Field.text("perDomain", t("pace.per-domain"), form.perDomain(), errors)
                .hint(t("pace.per-domain.hint"));
    }
}
