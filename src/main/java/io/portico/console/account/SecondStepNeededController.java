package io.portico.console.account;

import gg.jte.generated.precompiled.Templates;
import io.portico.access.Passkeys;
import io.portico.access.TwoStep;
import io.portico.kernel.OperatorId;
import io.portico.web.Answer;
import io.portico.web.ConsoleController;
import io.portico.web.OperatorVisit;
import org.springframework.web.bind.annotation.GetMapping;

/** Where operators come out who signed in by password alone, in a workspace that asks for more. */
@ConsoleController
class SecondStepNeededController {
    private final Templates templates;
    private final TwoStep twoStep;
    private final Passkeys passkeys;

    SecondStepNeededController(Templates templates, TwoStep twoStep, Passkeys passkeys) {
        this.templates = templates;
        this.twoStep = twoStep;
        this.passkeys = passkeys;
    }

    @GetMapping("/account/second-step")
    Answer show(OperatorVisit visit) {
        OperatorId operator = visit.operator().id();
        boolean has = twoStep.of(operator).isPresent() || !passkeys.of(operator).isEmpty();
        return visit.session().secondStep()
                ? Answer.seeOther("/")
                : Answer.page(templates.consoleAccountSecondStep(new SecondStepNeededPage(visit, has)));
    }
}
