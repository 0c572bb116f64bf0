package io.portico.console.account;

import gg.jte.generated.precompiled.Templates;
import io.portico.access.OperatorAccount;
import io.portico.access.Passkeys;
import io.portico.access.TwoStep;
import io.portico.console.doors.Typed;
import io.portico.kernel.SessionId;
import io.portico.web.Answer;
import io.portico.web.ConsoleController;
import io.portico.web.FormErrors;
import io.portico.web.NeedsFreshSignIn;
import io.portico.web.NotFound;
import io.portico.web.Notice;
import io.portico.web.OperatorVisit;
import io.portico.workspace.Operators;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Shows operators their account: what they are called, how they sign in, and where they did. */
@ConsoleController
class AccountController {
    static final String HERE = "/account";

    private final Templates templates;
    private final Operators operators;
    private final OperatorAccount account;
    private final TwoStep twoStep;
    private final Passkeys passkeys;

    AccountController(
            Templates templates, Operators operators, OperatorAccount account, TwoStep twoStep, Passkeys passkeys) {
        this.templates = templates;
        this.operators = operators;
        this.account = account;
        this.twoStep = twoStep;
        this.passkeys = passkeys;
    }

    @GetMapping("/account")
    Answer show(OperatorVisit visit) {
        return Answer.page(
                templates.consoleAccountAccount(page(visit, visit.operator().name(), FormErrors.none())));
    }

    @PostMapping("/account/name")
    Answer rename(OperatorVisit visit, @RequestParam(defaultValue = "") String name) {
        FormErrors errors = FormErrors.none();
        Optional<String> accepted = new Typed(visit.texts(), errors).name("name", name);
        if (accepted.isEmpty()) {
            return Answer.invalid(templates.consoleAccountAccount(page(visit, name, errors)));
        }
        operators.rename(visit.operator().id(), accepted.get());
        return Answer.seeOther(HERE).saying(Notice.done("account.name.saved"));
    }

    @PostMapping("/account/sessions/{session}/end")
    @NeedsFreshSignIn
    Answer end(OperatorVisit visit, @PathVariable String session) {
        SessionId id = SessionId.parse(session).orElseThrow(() -> new NotFound("session"));
        if (!account.end(visit.operator(), id, visit.device())) {
            throw new NotFound("session");
        }
        return Answer.seeOther(HERE).saying(Notice.done("account.sessions.ended"));
    }

    @PostMapping("/account/sessions/end-others")
    @NeedsFreshSignIn
    Answer endOthers(OperatorVisit visit) {
        int ended = account.endOthers(visit.operator(), visit.session(), visit.device());
        return Answer.seeOther(HERE).saying(Notice.done("account.sessions.others-ended", ended));
    }

    private AccountPage page(OperatorVisit visit, String name, FormErrors errors) {
        return AccountPage.of(
                visit,
                account.sessions(visit.operator()),
                twoStep.of(visit.operator().id()),
                passkeys.of(visit.operator().id()),
                name,
                errors);
    }
}
