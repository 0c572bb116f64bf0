package io.portico.api.automations;

import io.portico.access.keys.ApiScope;
import io.portico.api.ApiAnswer;
import io.portico.api.ApiController;
import io.portico.api.ApiPage;
import io.portico.api.ApiProblem;
import io.portico.api.ApiVisit;
import io.portico.api.Fields;
import io.portico.api.NeedsScope;
import io.portico.automation.Attendance;
import io.portico.automation.Automation;
import io.portico.automation.AutomationHistory;
import io.portico.automation.Automations;
import io.portico.automation.Definition;
import io.portico.automation.SwitchResult;
import io.portico.kernel.AutomationId;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Writes automations, switches them on and off, and removes them. */
@ApiController
class AutomationsController {
    private final Automations automations;
    private final AutomationHistory history;
    private final DefinitionJson definitions;

    AutomationsController(Automations automations, AutomationHistory history, DefinitionJson definitions) {
        this.automations = automations;
        this.history = history;
        this.definitions = definitions;
    }

    /** In the order in which they were made; all on one page. */
    @GetMapping("/api/v1/automations")
    @NeedsScope(ApiScope.AUTOMATIONS_READ)
    ApiAnswer list(ApiVisit visit) {
        visit.query().end();
        Map<AutomationId, Attendance> attendance = history.attendance(visit.workspaceId());
        return ApiAnswer.ok(new ApiPage<>(
                automations.all(visit.workspaceId()).stream()
                        .map(each -> AutomationShown.of(
                                each, attendance.getOrDefault(each.id(), Attendance.NONE), definitions))
                        .toList(),
                Optional.empty()));
    }

    @GetMapping("/api/v1/automations/{automation}")
    @NeedsScope(ApiScope.AUTOMATIONS_READ)
    ApiAnswer show(ApiVisit visit, @PathVariable String automation) {
        visit.query().end();
        return tagged(visit, known(visit, automation));
    }

    /** A draft, which does nothing until it is published. */
    @PostMapping("/api/v1/automations")
    @NeedsScope(ApiScope.AUTOMATIONS_WRITE)
    ApiAnswer create(ApiVisit visit) {
        visit.query().end();
        Fields body = visit.body();
        Optional<String> name = name(body);
        Optional<Definition> definition = definitions.read(visit.workspaceId(), body);
        if (name.isEmpty()) {
            body.missing("name");
        }
        if (definition.isEmpty()) {
            body.missing("definition");
        }
        body.end();
        return automations
                .create(visit.workspaceId(), name.orElseThrow(), definition.orElseThrow())
                .map(made -> ApiAnswer.created(shown(visit, made)).withTagOf(AutomationMark.of(made)))
                .orElseThrow(() -> ApiProblem.of(
                        HttpStatus.CONFLICT,
                        "too_many_automations",
                        "The workspace has %d automations, which is the most. Remove one in the console."
                                .formatted(Automations.MOST)));
    }

    private static Optional<String> name(Fields body) {
        return body.text("name", Automation.LONGEST_NAME).map(String::strip).filter(name -> !name.isEmpty());
    }

    /** Changes the draft alone. */
    @PatchMapping("/api/v1/automations/{automation}")
    @NeedsScope(ApiScope.AUTOMATIONS_WRITE)
    ApiAnswer change(ApiVisit visit, @PathVariable String automation) {
        visit.query().end();
        Automation known = held(visit, automation);
        visit.mustMatch(AutomationMark.of(known));
        Fields body = visit.body();
        Optional<String> name = name(body);
        Optional<Definition> definition = definitions.read(visit.workspaceId(), body);
        if (body.has("name") && name.isEmpty()) {
            body.fault("name", "invalid_value", "It must not be empty.");
        }
        body.end();
        boolean done = automations.edit(
                visit.workspaceId(),
                known.id(),
                known.edition(),
                name.orElse(known.name()),
                draft -> definition.orElse(draft));
        if (!done) {
            throw ApiProblem.of(
                    HttpStatus.PRECONDITION_FAILED,
                    "changed_meanwhile",
                    "A custom value that its mails use was deleted just now. Read them again.");
        }
        return tagged(visit, known(visit, automation));
    }

    /** Contacts enter by the draft from now on. */
    @PostMapping("/api/v1/automations/{automation}/publish")
    @NeedsScope(ApiScope.AUTOMATIONS_WRITE)
    ApiAnswer publish(ApiVisit visit, @PathVariable String automation) {
        Automation known = known(visit, automation);
        visit.takesNothing();
        return switch (automations.switchOn(visit.workspaceId(), known.id(), visit.actor())) {
            case SwitchResult.On on -> ApiAnswer.ok(shown(visit, known(visit, automation)));
            case SwitchResult.Empty empty ->
                throw ApiProblem.of(HttpStatus.CONFLICT, "no_steps", "It has no steps. Change its definition first.");
        };
    }

    @PostMapping("/api/v1/automations/{automation}/pause")
    @NeedsScope(ApiScope.AUTOMATIONS_WRITE)
    ApiAnswer pause(ApiVisit visit, @PathVariable String automation) {
        Automation known = known(visit, automation);
        visit.takesNothing();
        automations.pause(visit.workspaceId(), known.id(), visit.actor());
        return ApiAnswer.ok(shown(visit, known(visit, automation)));
    }

    @PostMapping("/api/v1/automations/{automation}/resume")
    @NeedsScope(ApiScope.AUTOMATIONS_WRITE)
    ApiAnswer resume(ApiVisit visit, @PathVariable String automation) {
        Automation known = known(visit, automation);
        visit.takesNothing();
        automations.resume(visit.workspaceId(), known.id(), visit.actor());
        return ApiAnswer.ok(shown(visit, known(visit, automation)));
    }

    /** Who is inside goes no further, and the history is gone. */
    @DeleteMapping("/api/v1/automations/{automation}")
    @NeedsScope(ApiScope.AUTOMATIONS_WRITE)
    ApiAnswer remove(ApiVisit visit, @PathVariable String automation) {
        visit.query().end();
        visit.takesNothing();
        Automation held = held(visit, automation);
        visit.mustMatch(AutomationMark.of(held));
        automations.remove(visit.workspaceId(), held.id(), visit.actor());
        return ApiAnswer.done();
    }

    private AutomationShown shown(ApiVisit visit, Automation automation) {
        return AutomationShown.of(automation, history.attendance(visit.workspaceId(), automation.id()), definitions);
    }

    private ApiAnswer tagged(ApiVisit visit, Automation automation) {
        return ApiAnswer.ok(shown(visit, automation)).withTagOf(AutomationMark.of(automation));
    }

    private Automation known(ApiVisit visit, String id) {
        return KnownAutomation.in(visit, automations, id);
    }

    private Automation held(ApiVisit visit, String id) {
        return KnownAutomation.held(visit, automations, id);
    }
}
