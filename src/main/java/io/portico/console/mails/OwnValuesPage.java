package io.portico.console.mails;

import io.portico.mail.CustomValue;
import io.portico.mail.OwnValue;
import io.portico.mail.Vocabulary;
import io.portico.web.ConsoleVisit;
import io.portico.web.Field;
import io.portico.web.FormErrors;
import io.portico.web.PageModel;
import java.util.List;

/** The values that the workspace defined, and all others that its texts may use. */
public record OwnValuesPage(ConsoleVisit visit, List<OwnValue> own, List<CustomValue> fields, Field key, Field value)
        implements PageModel {
    public OwnValuesPage {
        own = List.copyOf(own);
        fields = List.copyOf(fields);
    }

    static OwnValuesPage of(
            ConsoleVisit visit, List<OwnValue> own, Vocabulary vocabulary, OwnValueForm form, FormErrors errors) {
        return new OwnValuesPage(
                visit,
                own,
                vocabulary.values().stream()
                        .filter(CustomValue::isOfContactField)
                        .toList(),
                Field.text("key", visit.t("own-values.key"), form.key(), errors)
                        .hint(visit.t("own-values.key.hint"))
                        .needed(),
                Field.text("value", visit.t("own-values.value"), form.value(), errors)
                        .hint(visit.t("own-values.value.hint"))
                        .needed());
    }

    @Override
    public ConsoleVisit frame() {
        return visit;
    }

    /** Those that are in every workspace. */
    public List<CustomValue> standard() {
        return CustomValue.STANDARD;
    }

    public String meaning(CustomValue value) {
        return t("custom-value." + value.word());
    }
}
