package io.portico.console.account;

import gg.jte.generated.precompiled.Templates;
import io.portico.access.RecoveryCode;
import io.portico.access.SecondStepRule;
import io.portico.access.TwoStep;
import io.portico.installation.Installation;
import io.portico.web.Answer;
import io.portico.web.ConsoleController;
import io.portico.web.FormErrors;
import io.portico.web.NeedsFreshSignIn;
import io.portico.web.Notice;
import io.portico.web.OperatorVisit;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Operators turn two-step sign-in on and off, and get recovery codes. */
@ConsoleController
class TwoStepController {
    private final Templates templates;
    private final TwoStep twoStep;
    private final Installation installation;
    private final SecondStepRule rule;

    TwoStepController(Templates templates, TwoStep twoStep, Installation installation, SecondStepRule rule) {
        this.templates = templates;
        this.twoStep = twoStep;
        this.installation = installation;
        this.rule = rule;
    }

    @GetMapping("/account/two-step")
    @NeedsFreshSignIn
    Answer begin(OperatorVisit visit) {
        return twoStep.of(visit.operator().id()).isPresent()
                ? Answer.seeOther(AccountController.HERE)
                : page(HttpStatus.OK, visit, twoStep.propose(visit.operator().id()), FormErrors.none());
    }

    @PostMapping("/account/two-step")
    @NeedsFreshSignIn
    Answer confirm(
            OperatorVisit visit,
            @RequestParam(defaultValue = "") String sealed,
            @RequestParam(defaultValue = "") String code) {
        Optional<TwoStep.Proposal> proposal = twoStep.reopen(visit.operator().id(), sealed);
        if (proposal.isEmpty() || twoStep.of(visit.operator().id()).isPresent()) {
            return Answer.seeOther(AccountController.HERE);
        }
        FormErrors errors = FormErrors.none().put("code", visit.t("account.two-step.wrong"));
        return twoStep.turnOn(visit.operator(), proposal.get(), code, visit.device())
                .map(codes -> {
                    rule.taken(visit.session());
                    return codes(visit, codes, true);
                })
                .orElseGet(() -> page(HttpStatus.UNPROCESSABLE_CONTENT, visit, proposal.get(), errors));
    }

    @PostMapping("/account/two-step/off")
    @NeedsFreshSignIn
    Answer turnOff(OperatorVisit visit) {
        var answer = Answer.seeOther(AccountController.HERE);
        return twoStep.turnOff(visit.operator(), visit.device())
                ? answer.saying(Notice.done("account.two-step.off.done"))
                : answer;
    }

    @PostMapping("/account/recovery-codes")
    @NeedsFreshSignIn
    Answer renewCodes(OperatorVisit visit) {
        return twoStep.renewCodes(visit.operator(), visit.device())
                .map(codes -> codes(visit, codes, false))
                .orElseGet(() -> Answer.seeOther(AccountController.HERE));
    }

    private Answer page(HttpStatus status, OperatorVisit visit, TwoStep.Proposal proposal, FormErrors errors) {
        String issuer = "Portico " + installation.consoleUrl().getHost();
        return Answer.page(status, templates.consoleAccountTwoStep(TwoStepPage.of(visit, proposal, issuer, errors)));
    }

    private Answer codes(OperatorVisit visit, List<RecoveryCode> codes, boolean first) {
        return Answer.page(templates.consoleAccountRecoveryCodes(RecoveryCodesPage.of(visit, codes, first)));
    }
}
