package io.portico.console.doors;

import gg.jte.generated.precompiled.Templates;
import io.portico.access.NewPassword;
import io.portico.access.Passkey;
import io.portico.access.Passkeys;
import io.portico.access.PasswordResets;
import io.portico.access.Passwords;
import io.portico.kernel.EmailAddress;
import io.portico.kernel.Secret;
import io.portico.limits.Door;
import io.portico.web.Answer;
import io.portico.web.ConsoleController;
import io.portico.web.FormErrors;
import io.portico.web.KnocksAt;
import io.portico.web.Notice;
import io.portico.web.StrangerVisit;
import io.portico.workspace.Operator;
import io.portico.workspace.Workspace;
import io.portico.workspace.Workspaces;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Operators who forgot their password set a new one. */
@ConsoleController
class PasswordController {
    private static final int MOST_NAMED = 10;

    private final Templates templates;
    private final PasswordResets resets;
    private final Passwords passwords;
    private final Workspaces workspaces;
    private final Passkeys passkeys;

    PasswordController(
            Templates templates, PasswordResets resets, Passwords passwords, Workspaces workspaces, Passkeys passkeys) {
        this.templates = templates;
        this.resets = resets;
        this.passwords = passwords;
        this.workspaces = workspaces;
        this.passkeys = passkeys;
    }

    @GetMapping("/forgot-password")
    Answer forgot(StrangerVisit visit) {
        return Answer.page(
                templates.consoleDoorsForgotPassword(ForgotPasswordPage.of(visit, "", FormErrors.none(), false)));
    }

    @PostMapping("/forgot-password")
    @KnocksAt(Door.FORGOTTEN_PASSWORD)
    Answer ask(@RequestParam(defaultValue = "") String email, StrangerVisit visit) {
        FormErrors errors = FormErrors.none();
        Optional<EmailAddress> address = new Typed(visit.texts(), errors).email("email", email);
        if (address.isEmpty()) {
            return Answer.invalid(
                    templates.consoleDoorsForgotPassword(ForgotPasswordPage.of(visit, email, errors, false)));
        }
        resets.request(address.get());
        return Answer.page(templates.consoleDoorsForgotPassword(
                ForgotPasswordPage.of(visit, address.get().value(), errors, true)));
    }

    @GetMapping("/reset-password/{secret}")
    @KnocksAt(Door.PASSWORD_RESET)
    Answer show(@PathVariable String secret, StrangerVisit visit) {
        return Secret.parse(secret)
                .flatMap(resets::find)
                .map(operator -> Answer.page(
                        templates.consoleDoorsResetPassword(ResetPasswordPage.of(visit, operator, FormErrors.none()))))
                .orElseGet(() -> closed(visit));
    }

    @PostMapping("/reset-password/{secret}")
    @KnocksAt(Door.PASSWORD_RESET)
    Answer reset(@PathVariable String secret, @RequestParam(defaultValue = "") String password, StrangerVisit visit) {
        Optional<Secret> link = Secret.parse(secret);
        Optional<Operator> operator = link.flatMap(resets::find);
        if (link.isEmpty() || operator.isEmpty()) {
            return closed(visit);
        }
        FormErrors errors = FormErrors.none();
        Optional<NewPassword> accepted = new Typed(visit.texts(), errors)
                .password("password", passwords.check(password, ownWordsOf(operator.get())));
        if (accepted.isEmpty()) {
            return Answer.invalid(
                    templates.consoleDoorsResetPassword(ResetPasswordPage.of(visit, operator.get(), errors)));
        }
        return resets.reset(link.get(), accepted.get(), visit.device())
                ? Answer.seeOther("/sign-in").saying(changed(operator.get()))
                : closed(visit);
    }

    /** Passkeys are no part of the password and stay; whoever set the new one should know of each. */
    private Notice changed(Operator operator) {
        List<String> names = passkeys.of(operator.id()).stream()
                .limit(MOST_NAMED)
                .map(Passkey::name)
                .toList();
        return names.isEmpty()
                ? Notice.done("doors.password.changed")
                : Notice.warning("doors.password.changed.passkeys", String.join(", ", names));
    }

    private List<String> ownWordsOf(Operator operator) {
        List<String> words =
                new ArrayList<>(List.of(operator.name(), operator.email().value()));
        workspaces.of(operator.id()).stream().map(Workspace::name).forEach(words::add);
        return words;
    }

    private Answer closed(StrangerVisit visit) {
        return Answer.page(
                HttpStatus.NOT_FOUND,
                templates.consoleDoorsClosed(new ClosedDoor(
                        visit,
                        visit.t("doors.reset.closed"),
                        visit.t("doors.reset.closed.text"),
                        visit.t("doors.reset.again"),
                        "/forgot-password")));
    }
}
