package io.portico.console.account;

import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import io.portico.access.OperatorProofs;
import io.portico.access.PasskeySignIn;
import io.portico.access.ProofResult;
import io.portico.web.Answer;
import io.portico.web.FormErrors;
import io.portico.web.FreshSignIn;
import io.portico.web.NotFresh;
import io.portico.web.OperatorVisit;
import io.portico.web.SignInCookies;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/**
 * Asks operators to prove that it is them. A form that was sent too late is kept in the page, and goes on to where it was
 * sent together with the proof; nothing is typed twice but passwords.
 */
@ControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class ConfirmPages {
    private final Templates templates;
    private final OperatorProofs proofs;
    private final PasskeySignIn passkeys;
    private final SignInCookies cookies;

    ConfirmPages(Templates templates, OperatorProofs proofs, PasskeySignIn passkeys, SignInCookies cookies) {
        this.templates = templates;
        this.proofs = proofs;
        this.passkeys = passkeys;
        this.cookies = cookies;
    }

    /** The page that leads on to another page. */
    JteModel before(OperatorVisit visit, String next) {
        return model(visit, "/confirm", List.of(new ConfirmPage.Kept("next", next)), next, FormErrors.none());
    }

    @ExceptionHandler
    Answer ask(NotFresh no, HttpServletRequest request, HttpServletResponse response) {
        String path = request.getRequestURI();
        if (HttpMethod.GET.matches(request.getMethod())) {
            return Answer.seeOther(
                    "/confirm?next=" + URLEncoder.encode(no.visit().here(), StandardCharsets.UTF_8));
        }
        OperatorVisit visit = no.visit().at(ConfirmPage.back(path));
        FormErrors errors = no.refusal().map(why -> errors(visit, why)).orElseGet(FormErrors::none);
        HttpStatus status = no.refusal().map(why -> status(why, response)).orElse(HttpStatus.FORBIDDEN);
        return Answer.page(status, model(visit, path, kept(request), path, errors));
    }

    /** A new passkey answers a challenge that lies in a cookie, whose place a proof by another passkey would take. */
    private List<ConfirmPage.Kept> kept(HttpServletRequest request) {
        List<ConfirmPage.Kept> kept = new ArrayList<>(ConfirmPage.kept(request.getParameterMap()));
        if (request.getParameter("credential") != null && request.getParameter(ConfirmPage.CHALLENGE) == null) {
            kept.add(new ConfirmPage.Kept(ConfirmPage.CHALLENGE, cookies.challenge(request)));
        }
        return kept;
    }

    private JteModel model(
            OperatorVisit visit, String action, List<ConfirmPage.Kept> kept, String target, FormErrors errors) {
        boolean code = proofs.needsCode(visit.operator().id());
        boolean passkey = passkeys.isPossible(visit.operator().id());
        return templates.consoleAccountConfirm(ConfirmPage.of(visit, action, kept, target, code, passkey, errors));
    }

    private static FormErrors errors(OperatorVisit visit, ProofResult why) {
        FormErrors errors = FormErrors.none();
        return switch (why) {
            case ProofResult.WrongPassword wrong -> errors.put(FreshSignIn.PASSWORD, visit.t("account.password.wrong"));
            case ProofResult.WrongCode wrong -> errors.put(FreshSignIn.CODE, visit.t("doors.second-step.wrong"));
            case ProofResult.SecondStepOwed owed ->
                errors.put(FreshSignIn.PASSWORD, visit.t("confirm.second-step-owed"));
            case ProofResult.WrongPasskey wrong -> errors.put(FreshSignIn.PASSKEY, visit.t("doors.passkey.refused"));
            case ProofResult.Locked(Duration delay) ->
                errors.put(FreshSignIn.PASSWORD, visit.t("account.locked", ConfirmPage.minutes(delay)));
            case ProofResult.SignedOut out -> errors;
            case ProofResult.Proven proven -> errors;
        };
    }

    private static HttpStatus status(ProofResult why, HttpServletResponse response) {
        if (why instanceof ProofResult.Locked(Duration delay)) {
            response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(delay.toSeconds() + 1));
            return HttpStatus.TOO_MANY_REQUESTS;
        }
        return HttpStatus.UNPROCESSABLE_CONTENT;
    }
}
