package io.portico.console.doors;

import gg.jte.generated.precompiled.Templates;
import io.portico.access.OperatorSignIn;
import io.portico.access.OperatorSignInResult;
import io.portico.access.OperatorSignInResult.Locked;
import io.portico.limits.Door;
import io.portico.web.Answer;
import io.portico.web.ConsoleController;
import io.portico.web.FormErrors;
import io.portico.web.KnocksAt;
import io.portico.web.Notice;
import io.portico.web.ReturnPath;
import io.portico.web.SignInCookies;
import io.portico.web.StrangerVisit;
import io.portico.workspace.Operators;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Operators sign in and out. */
@ConsoleController
class SignInController {
    private final Templates templates;
    private final OperatorSignIn signIn;
    private final Operators operators;
    private final SignInCookies cookies;
    private final Entrance entrance;

    SignInController(
            Templates templates, OperatorSignIn signIn, Operators operators, SignInCookies cookies, Entrance entrance) {
        this.templates = templates;
        this.signIn = signIn;
        this.operators = operators;
        this.cookies = cookies;
        this.entrance = entrance;
    }

    @GetMapping("/sign-in")
    Answer show(@ModelAttribute SignInForm form, StrangerVisit visit) {
        if (visit.session().isPresent()) {
            return Answer.seeOther(ReturnPath.orStart(form.next()));
        }
        return Answer.page(templates.consoleDoorsSignIn(OperatorSignInPage.of(
                visit, new SignInForm("", "", form.next()), FormErrors.none(), operators.noneYet())));
    }

    @PostMapping("/sign-in")
    @KnocksAt(Door.OPERATOR_SIGN_IN)
    Answer signIn(
            @ModelAttribute SignInForm form,
            StrangerVisit visit,
            HttpServletRequest request,
            HttpServletResponse response) {
        return switch (signIn.signIn(form.email(), form.password(), visit.device())) {
            case OperatorSignInResult.SignedIn(var session) ->
                entrance.enter(session, ReturnPath.orStart(form.next()), visit, request, response);
            case OperatorSignInResult.SecondStep(var halfWay) -> {
                cookies.keep(halfWay, response);
                yield Answer.seeOther("/sign-in/second-step?next="
                        + URLEncoder.encode(ReturnPath.orStart(form.next()), StandardCharsets.UTF_8));
            }
            case OperatorSignInResult.Refused refused ->
                again(HttpStatus.UNPROCESSABLE_CONTENT, form, visit, visit.t("doors.sign-in.refused"));
            case Locked locked -> {
                response.setHeader(
                        HttpHeaders.RETRY_AFTER, String.valueOf(locked.delay().toSeconds() + 1));
                yield again(
                        HttpStatus.TOO_MANY_REQUESTS, form, visit, visit.t("doors.sign-in.locked", locked.minutes()));
            }
        };
    }

    @PostMapping("/sign-out")
    Answer signOut(
            @RequestParam(defaultValue = "") String next,
            StrangerVisit visit,
            HttpServletRequest request,
            HttpServletResponse response) {
        String path = ReturnPath.parse(next).orElse("/sign-in");
        return entrance.leave(path, visit, request, response).saying(Notice.done("doors.signed-out"));
    }

    private Answer again(HttpStatus status, SignInForm form, StrangerVisit visit, String message) {
        FormErrors errors = FormErrors.none().put("password", message);
        return Answer.page(status, templates.consoleDoorsSignIn(OperatorSignInPage.of(visit, form, errors, false)));
    }
}
