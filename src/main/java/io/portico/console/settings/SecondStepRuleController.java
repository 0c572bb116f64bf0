package io.portico.console.settings;

import gg.jte.generated.precompiled.Templates;
import io.portico.access.SecondStepRule;
import io.portico.web.Answer;
import io.portico.web.ConsoleController;
import io.portico.web.ConsoleVisit;
import io.portico.web.Needs;
import io.portico.web.NeedsFreshSignIn;
import io.portico.web.Notice;
import io.portico.workspace.Permission;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** Owners ask a second step of everybody who works in the workspace. */
@ConsoleController
class SecondStepRuleController {
    private static final String HERE = "/settings/second-step";

    private final Templates templates;
    private final SecondStepRule rule;

    SecondStepRuleController(Templates templates, SecondStepRule rule) {
        this.templates = templates;
        this.rule = rule;
    }

    @GetMapping("/w/{workspace}/settings/second-step")
    @Needs(Permission.MANAGE_WORKSPACE)
    Answer show(ConsoleVisit visit) {
        var page = new SecondStepRulePage(visit, rule.isRequired(visit.workspaceId()));
        return Answer.page(templates.consoleSettingsSecondStep(page));
    }

    @PostMapping("/w/{workspace}/settings/second-step/require")
    @Needs(Permission.REQUIRE_SECOND_STEP)
    @NeedsFreshSignIn
    Answer require(ConsoleVisit visit) {
        return Answer.seeOther(visit.at(HERE))
                .saying(
                        rule.require(visit.workspaceId(), visit.session(), visit.actor())
                                ? Notice.done("second-step.required.done")
                                : Notice.warning("second-step.required.own-first"));
    }

    @PostMapping("/w/{workspace}/settings/second-step/lift")
    @Needs(Permission.REQUIRE_SECOND_STEP)
    @NeedsFreshSignIn
    Answer lift(ConsoleVisit visit) {
        rule.lift(visit.workspaceId(), visit.actor());
        return Answer.seeOther(visit.at(HERE)).saying(Notice.done("second-step.lifted.done"));
    }
}
