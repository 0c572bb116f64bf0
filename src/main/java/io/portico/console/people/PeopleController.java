package io.portico.console.people;

import gg.jte.generated.precompiled.Templates;
import io.portico.contacts.People;
import io.portico.contacts.Selection;
import io.portico.web.Answer;
import io.portico.web.ConsoleController;
import io.portico.web.ConsoleVisit;
import io.portico.web.Needs;
import io.portico.workspace.Permission;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;

/** The list of people, searched, filtered, sorted and paged by its address. */
@ConsoleController
class PeopleController {
    private final Templates templates;
    private final People people;

    PeopleController(Templates templates, People people) {
        this.templates = templates;
        this.people = people;
    }

    @GetMapping("/w/{workspace}/people")
    @Needs(Permission.READ)
    Answer list(ConsoleVisit visit, @ModelAttribute PeopleParams params) {
        var found = people.list(visit.workspaceId(), params.filter(), params.order(), params.at());
        var page = PeopleListPage.of(visit, params, found, count(visit, params), people.tags(visit.workspaceId()));
        return Answer.page(templates.consolePeopleList(page));
    }

    private long count(ConsoleVisit visit, PeopleParams params) {
        return params.selectsAll()
                ? people.count(visit.workspaceId(), new Selection.Matching(params.filter()))
                : people.countUpTo(visit.workspaceId(), params.filter(), People.MANY);
    }
}
