package io.portico.console.mails;

import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import io.portico.mail.OwnValue;
import io.portico.mail.OwnValueResult;
import io.portico.mail.OwnValues;
import io.portico.mail.Vocabularies;
import io.portico.web.Answer;
import io.portico.web.ConsoleController;
import io.portico.web.ConsoleVisit;
import io.portico.web.FormErrors;
import io.portico.web.Needs;
import io.portico.web.NotFound;
import io.portico.web.Notice;
import io.portico.workspace.Permission;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** The custom values that the workspace defined, and the list of all others. */
@ConsoleController
class OwnValuesController {
    private final Templates templates;
    private final OwnValues values;
    private final Vocabularies vocabularies;

    OwnValuesController(Templates templates, OwnValues values, Vocabularies vocabularies) {
        this.templates = templates;
        this.values = values;
        this.vocabularies = vocabularies;
    }

    @GetMapping("/w/{workspace}/settings/values")
    @Needs(Permission.MANAGE_WORKSPACE)
    Answer list(ConsoleVisit visit) {
        return Answer.page(list(visit, OwnValueForm.EMPTY, FormErrors.none()));
    }

    @PostMapping("/w/{workspace}/settings/values")
    @Needs(Permission.MANAGE_WORKSPACE)
    Answer add(ConsoleVisit visit, @ModelAttribute OwnValueForm form) {
        FormErrors errors = FormErrors.none();
        Optional<OwnValue> wanted = new TypedValue(visit.texts(), errors).read(form);
        if (wanted.isEmpty()) {
            return Answer.invalid(list(visit, form, errors));
        }
        return switch (values.add(visit.workspaceId(), wanted.get(), visit.actor())) {
            case OwnValueResult.Done done -> saved(visit, wanted.get());
            case OwnValueResult.Taken taken ->
                refused(
                        visit,
                        form,
                        "key",
                        visit.t("own-values.taken", wanted.get().key()));
            case OwnValueResult.TooMany tooMany ->
                refused(visit, form, "key", visit.t("own-values.many", OwnValue.MOST));
            case OwnValueResult.InUse inUse -> throw new IllegalStateException("a new value is in use");
            case OwnValueResult.Gone gone -> throw new IllegalStateException("a new value is gone");
        };
    }

    @GetMapping("/w/{workspace}/settings/values/{value}")
    @Needs(Permission.MANAGE_WORKSPACE)
    Answer edit(ConsoleVisit visit, @PathVariable String value) {
        OwnValue found = find(visit, value);
        return Answer.page(one(visit, found, OwnValueForm.of(found), FormErrors.none()));
    }

    @PostMapping("/w/{workspace}/settings/values/{value}")
    @Needs(Permission.MANAGE_WORKSPACE)
    Answer save(ConsoleVisit visit, @PathVariable String value, @ModelAttribute OwnValueForm form) {
        OwnValue found = find(visit, value);
        FormErrors errors = FormErrors.none();
        Optional<String> typed = new TypedValue(visit.texts(), errors).value(form.value());
        if (typed.isEmpty()) {
            return Answer.invalid(one(visit, found, form, errors));
        }
        OwnValue wanted = new OwnValue(found.key(), typed.get());
        if (values.change(visit.workspaceId(), wanted, visit.actor()) instanceof OwnValueResult.Gone) {
            throw new NotFound("value");
        }
        return saved(visit, wanted);
    }

    @PostMapping("/w/{workspace}/settings/values/{value}/delete")
    @Needs(Permission.MANAGE_WORKSPACE)
    Answer delete(ConsoleVisit visit, @PathVariable String value) {
        OwnValue found = find(visit, value);
        return switch (values.delete(visit.workspaceId(), found, visit.actor())) {
            case OwnValueResult.InUse(var uses) ->
                Answer.seeOther(visit.at("/settings/values/" + found.key()))
                        .saying(Notice.warning("own-values.in-use", found.key(), uses.size()));
            case OwnValueResult.Done done ->
                Answer.seeOther(visit.at("/settings/values")).saying(Notice.done("own-values.deleted", found.key()));
            case OwnValueResult.Gone gone -> throw new NotFound("value");
            case OwnValueResult.Taken taken -> throw new IllegalStateException("nothing was added");
            case OwnValueResult.TooMany tooMany -> throw new IllegalStateException("nothing was added");
        };
    }

    private static Answer saved(ConsoleVisit visit, OwnValue value) {
        return Answer.seeOther(visit.at("/settings/values")).saying(Notice.done("own-values.saved", value.key()));
    }

    private Answer refused(ConsoleVisit visit, OwnValueForm form, String field, String why) {
        return Answer.invalid(list(visit, form, FormErrors.none().put(field, why)));
    }

    private OwnValue find(ConsoleVisit visit, String key) {
        return values.find(visit.workspaceId(), key).orElseThrow(() -> new NotFound("value"));
    }

    private JteModel list(ConsoleVisit visit, OwnValueForm form, FormErrors errors) {
        return templates.consoleMailsValues(OwnValuesPage.of(
                visit, values.all(visit.workspaceId()), vocabularies.toContacts(visit.workspaceId()), form, errors));
    }

    private JteModel one(ConsoleVisit visit, OwnValue value, OwnValueForm form, FormErrors errors) {
        return templates.consoleMailsValue(
                OwnValuePage.of(visit, value, values.usesOf(visit.workspaceId(), value), form, errors));
    }
}
