package io.portico.console.doors;

import gg.jte.generated.precompiled.Templates;
import io.portico.access.PasskeyOptions;
import io.portico.access.PasskeySignIn;
import io.portico.limits.Door;
import io.portico.web.Answer;
import io.portico.web.ConsoleController;
import io.portico.web.FormErrors;
import io.portico.web.KnocksAt;
import io.portico.web.ReturnPath;
import io.portico.web.SignInCookies;
import io.portico.web.StrangerVisit;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/** Operators sign in with a passkey, without naming themselves. */
@ConsoleController
class PasskeySignInController {
    private final Templates templates;
    private final PasskeySignIn passkeys;
    private final SignInCookies cookies;
    private final Entrance entrance;

    PasskeySignInController(Templates templates, PasskeySignIn passkeys, SignInCookies cookies, Entrance entrance) {
        this.templates = templates;
        this.passkeys = passkeys;
        this.cookies = cookies;
        this.entrance = entrance;
    }

    /** What the browser's own dialogue needs, asked for by {@code passkeys.js}. */
    @PostMapping("/sign-in/passkey/options")
    @ResponseBody
    PasskeyOptions options(HttpServletResponse response) {
        return cookies.keep(passkeys.begin(), response);
    }

    @PostMapping("/sign-in/passkey")
    @KnocksAt(Door.OPERATOR_SIGN_IN)
    Answer signIn(
            @RequestParam(defaultValue = "") String credential,
            @RequestParam(defaultValue = "") String next,
            StrangerVisit visit,
            HttpServletRequest request,
            HttpServletResponse response) {
        FormErrors errors = FormErrors.none().put("passkey", visit.t("doors.passkey.refused"));
        return passkeys.signIn(cookies.challenge(request), credential, visit.device())
                .<Answer>map(session -> entrance.enter(session, ReturnPath.orStart(next), visit, request, response))
                .orElseGet(() -> Answer.invalid(templates.consoleDoorsSignIn(
                        OperatorSignInPage.of(visit.at("/sign-in"), new SignInForm("", "", next), errors, false))));
    }
}
