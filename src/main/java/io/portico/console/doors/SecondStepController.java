package io.portico.console.doors;

import gg.jte.generated.precompiled.Templates;
import io.portico.access.SecondStepResult;
import io.portico.access.SecondSteps;
import io.portico.kernel.Secret;
import io.portico.limits.Door;
import io.portico.web.Answer;
import io.portico.web.ConsoleController;
import io.portico.web.FormErrors;
import io.portico.web.KnocksAt;
import io.portico.web.Notice;
import io.portico.web.ReturnPath;
import io.portico.web.SignInCookies;
import io.portico.web.StrangerVisit;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The second step of signing in, in the browser in which the password was typed. */
@ConsoleController
class SecondStepController {
    private final Templates templates;
    private final SecondSteps steps;
    private final SignInCookies cookies;
    private final Entrance entrance;

    SecondStepController(Templates templates, SecondSteps steps, SignInCookies cookies, Entrance entrance) {
        this.templates = templates;
        this.steps = steps;
        this.cookies = cookies;
        this.entrance = entrance;
    }

    @GetMapping("/sign-in/second-step")
    Answer show(@RequestParam(defaultValue = "") String next, StrangerVisit visit, HttpServletRequest request) {
        return cookies.halfWay(request).flatMap(steps::find).isPresent()
                ? page(HttpStatus.OK, visit, next, FormErrors.none())
                : over();
    }

    @PostMapping("/sign-in/second-step")
    @KnocksAt(Door.OPERATOR_SIGN_IN)
    Answer finish(
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String next,
            StrangerVisit visit,
            HttpServletRequest request,
            HttpServletResponse response) {
        Optional<Secret> halfWay = cookies.halfWay(request);
        if (halfWay.isEmpty()) {
            return over();
        }
        FormErrors errors = FormErrors.none();
        return switch (steps.finish(halfWay.get(), code, visit.device())) {
            case SecondStepResult.SignedIn(Secret session) ->
                entrance.enter(session, ReturnPath.orStart(next), visit, request, response);
            case SecondStepResult.Recovered(Secret session, int left) ->
                entrance.enter(session, "/account", visit, request, response)
                        .saying(Notice.warning("doors.second-step.recovered", left));
            case SecondStepResult.Wrong wrong ->
                page(
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        visit,
                        next,
                        errors.put("code", visit.t("doors.second-step.wrong")));
            case SecondStepResult.Locked(Duration delay) -> {
                response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(delay.toSeconds() + 1));
                long minutes = delay.plusSeconds(59).toMinutes();
                yield page(
                        HttpStatus.TOO_MANY_REQUESTS,
                        visit,
                        next,
                        errors.put("code", visit.t("doors.second-step.locked", minutes)));
            }
            case SecondStepResult.Over over -> over();
        };
    }

    private static Answer over() {
        return Answer.seeOther("/sign-in").saying(Notice.warning("doors.second-step.over"));
    }

    private Answer page(HttpStatus status, StrangerVisit visit, String next, FormErrors errors) {
        return Answer.page(status, templates.consoleDoorsSecondStep(SecondStepPage.of(visit, next, errors)));
    }
}
