package io.portico.api.reference;

import gg.jte.generated.precompiled.Templates;
import io.portico.installation.Installation;
import io.portico.web.Answer;
import io.portico.web.ConsoleController;
import io.portico.web.ConsoleVisit;
import io.portico.web.Needs;
import io.portico.web.PrettyJson;
import io.portico.workspace.Permission;
import java.util.List;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;

/** The page of the console that describes the API. */
@ConsoleController
class ReferenceController {
    private final Operations operations;
    private final Installation installation;
    private final Templates templates;

    ReferenceController(Operations operations, Installation installation, Templates templates) {
        this.operations = operations;
        this.installation = installation;
        this.templates = templates;
    }

    @GetMapping("/w/{workspace}/settings/api")
    @Needs(Permission.MANAGE_API)
    Answer show(ConsoleVisit visit) {
        List<ApiReferencePage.Entry> entries = operations.all().stream()
                .map(each -> new ApiReferencePage.Entry(
                        each, example(each.body()), example(each.example().or(each::shown))))
                .toList();
        return Answer.page(templates.apiReferenceReference(
                new ApiReferencePage(visit, entries, installation.consoleUrl().toString())));
    }

    private String example(Optional<String> schema) {
        return schema.flatMap(operations::example).map(PrettyJson::of).orElse("");
    }
}
