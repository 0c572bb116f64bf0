package io.portico.console.account;

import gg.jte.generated.precompiled.Templates;
import io.portico.access.NewPassword;
import io.portico.access.OperatorAccount;
import io.portico.access.OperatorAccount.PasswordChange;
import io.portico.access.Passwords;
import io.portico.console.doors.Typed;
import io.portico.web.Answer;
import io.portico.web.ConsoleController;
import io.portico.web.FormErrors;
import io.portico.web.NeedsFreshSignIn;
import io.portico.web.Notice;
import io.portico.web.OperatorVisit;
import io.portico.workspace.Operator;
import io.portico.workspace.Workspace;
import io.portico.workspace.Workspaces;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;

/** Operators who know their password set another one. */
@ConsoleController
class ChangePasswordController {
    private final Templates templates;
    private final OperatorAccount account;
    private final Passwords passwords;
    private final Workspaces workspaces;

    ChangePasswordController(Templates templates, OperatorAccount account, Passwords passwords, Workspaces workspaces) {
        this.templates = templates;
        this.account = account;
        this.passwords = passwords;
        this.workspaces = workspaces;
    }

    @GetMapping("/account/password")
    @NeedsFreshSignIn
    Answer show(OperatorVisit visit) {
        return answer(HttpStatus.OK, visit, FormErrors.none());
    }

    @PostMapping("/account/password")
    @NeedsFreshSignIn
    Answer change(OperatorVisit visit, @ModelAttribute ChangePasswordForm form) {
        FormErrors errors = FormErrors.none();
        Optional<NewPassword> accepted = new Typed(visit.texts(), errors)
                .password("newPassword", passwords.check(form.newPassword(), ownWordsOf(visit.operator())));
        if (accepted.isEmpty()) {
            return answer(HttpStatus.UNPROCESSABLE_CONTENT, visit, errors);
        }
        return switch (account.changePassword(
                visit.operator(), visit.session(), form.currentPassword(), accepted.get(), visit.device())) {
            case PasswordChange.Done done ->
                Answer.seeOther(AccountController.HERE).saying(Notice.done("account.password.changed"));
            case PasswordChange.WrongPassword wrong ->
                answer(
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        visit,
                        errors.put("currentPassword", visit.t("account.password.wrong")));
            case PasswordChange.Locked(Duration delay) ->
                answer(
                        HttpStatus.TOO_MANY_REQUESTS,
                        visit,
                        errors.put("currentPassword", visit.t("account.locked", ConfirmPage.minutes(delay))));
        };
    }

    private List<String> ownWordsOf(Operator operator) {
        return Stream.concat(
                        Stream.of(operator.name(), operator.email().value()),
                        workspaces.of(operator.id()).stream().map(Workspace::name))
                .toList();
    }

    private Answer answer(HttpStatus status, OperatorVisit visit, FormErrors errors) {
        return Answer.page(status, templates.consoleAccountPassword(ChangePasswordPage.of(visit, errors)));
    }
}
