package io.portico.console.mails;

import io.portico.mail.OwnValue;
import io.portico.mail.ValueUse;
import io.portico.web.ConsoleVisit;
import io.portico.web.Field;
import io.portico.web.FormErrors;
import io.portico.web.PageModel;
import java.util.List;

/** One value that the workspace defined, to be changed or, while no text uses it, deleted. */
public record OwnValuePage(ConsoleVisit visit, OwnValue own, List<ValueUse> uses, Field value) implements PageModel {
    public OwnValuePage {
        uses = List.copyOf(uses);
    }

    static OwnValuePage of(
            ConsoleVisit visit, OwnValue own, List<ValueUse> uses, OwnValueForm form, FormErrors errors) {
        return new OwnValuePage(
                visit,
                own,
                uses,
                Field.text("value", visit.t("own-values.value"), form.value(), errors)
                        .hint(visit.t("own-values.value.hint"))
                        .needed());
    }

    @Override
    public ConsoleVisit frame() {
        return visit;
    }

    public String say(ValueUse use) {
        return switch (use) {
            case ValueUse.InTemplate(var template, var language, var path) ->
                label(template) + " · " + language.ownName();
            case ValueUse.InAutomation(String name, var path) -> t("own-values.in-automation", name);
        };
    }

    public String path() {
        return visit.at("/settings/values/" + own.key());
    }
}
