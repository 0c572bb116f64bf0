package io.portico.console.automations;

import gg.jte.generated.precompiled.Templates;
import io.portico.automation.Automation;
import io.portico.automation.AutomationHistory;
import io.portico.automation.DryRuns;
import io.portico.automation.Insider;
import io.portico.automation.TakenStep;
import io.portico.contacts.Contact;
import io.portico.contacts.Contacts;
import io.portico.kernel.ContactId;
import io.portico.kernel.EmailAddress;
import io.portico.web.Answer;
import io.portico.web.ConsoleController;
import io.portico.web.ConsoleVisit;
import io.portico.web.Needs;
import io.portico.workspace.Permission;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Shows what an automation does, would do, and did. */
@ConsoleController
class HistoryController {
    private static final int LATEST = 50;

    private final Templates templates;
    private final VisitedAutomations visited;
    private final DryRuns dryRuns;
    private final Past past;
    private final StepReader reader;

    HistoryController(Templates templates, VisitedAutomations visited, DryRuns dryRuns, Past past, StepReader reader) {
        this.templates = templates;
        this.visited = visited;
        this.dryRuns = dryRuns;
        this.past = past;
        this.reader = reader;
    }

    /** What was done, and for whom. */
    @org.springframework.stereotype.Component
    record Past(AutomationHistory history, Contacts contacts) {}

    @GetMapping("/w/{workspace}/automations/{automation}")
    @Needs(Permission.READ)
    Answer show(ConsoleVisit visit, @PathVariable String automation, @RequestParam(defaultValue = "") String email) {
        Automation found = visited.find(visit, automation);
        List<Insider> inside = past.history().inside(visit.workspaceId(), found.id(), LATEST);
        List<TakenStep> lines = past.history().of(visit.workspaceId(), found.id(), LATEST);
        Set<ContactId> named = Stream.concat(
                        inside.stream().map(Insider::contact), lines.stream().map(TakenStep::contact))
                .collect(Collectors.toSet());
        return Answer.page(templates.consoleAutomationsAutomation(new AutomationPage(
                visit,
                reader.sayings(visit),
                found,
                past.history().attendance(visit.workspaceId(), found.id()),
                inside,
                lines,
                past.contacts().names(visit.workspaceId(), named),
                trial(visit, found, email.strip()))));
    }

    private AutomationPage.Trial trial(ConsoleVisit visit, Automation automation, String email) {
        Optional<Contact> contact =
                EmailAddress.parse(email).flatMap(each -> past.contacts().withEmail(visit.workspaceId(), each));
        return new AutomationPage.Trial(
                email, contact, contact.map(each -> dryRuns.of(visit.workspaceId(), automation.draft(), each.id())));
    }
}
