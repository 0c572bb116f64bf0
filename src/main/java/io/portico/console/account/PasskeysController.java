package io.portico.console.account;

import gg.jte.generated.precompiled.Templates;
import io.portico.access.PasskeyOptions;
import io.portico.access.Passkeys;
import io.portico.access.SecondStepRule;
import io.portico.web.Answer;
import io.portico.web.ConsoleController;
import io.portico.web.DeviceName;
import io.portico.web.FormErrors;
import io.portico.web.NeedsFreshSignIn;
import io.portico.web.NotFound;
import io.portico.web.Notice;
import io.portico.web.OperatorVisit;
import io.portico.web.SignInCookies;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/** Operators add passkeys and remove them. */
@ConsoleController
class PasskeysController {
    private final Templates templates;
    private final Passkeys passkeys;
    private final SignInCookies cookies;
    private final SecondStepRule rule;

    PasskeysController(Templates templates, Passkeys passkeys, SignInCookies cookies, SecondStepRule rule) {
        this.templates = templates;
        this.passkeys = passkeys;
        this.cookies = cookies;
        this.rule = rule;
    }

    @GetMapping("/account/passkeys/new")
    @NeedsFreshSignIn
    Answer show(OperatorVisit visit) {
        String suggested = DeviceName.of(visit.device().userAgent()).words();
        return Answer.page(templates.consoleAccountPasskey(NewPasskeyPage.of(visit, suggested, FormErrors.none())));
    }

    /** What the browser's own dialogue needs, asked for by {@code passkeys.js}. */
    @PostMapping("/account/passkeys/options")
    @ResponseBody
    PasskeyOptions options(OperatorVisit visit, HttpServletResponse response) {
        return cookies.keep(passkeys.beginAdding(visit.operator()), response);
    }

    @PostMapping("/account/passkeys")
    @NeedsFreshSignIn
    Answer add(
            OperatorVisit visit,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String credential,
            @RequestParam(name = ConfirmPage.CHALLENGE) Optional<String> challenge,
            HttpServletRequest request) {
        String called = name.strip();
        FormErrors errors = FormErrors.none();
        if (called.isEmpty() || called.length() > Passkeys.LONGEST_NAME) {
            errors.put("name", visit.t("account.passkeys.name.length", Passkeys.LONGEST_NAME));
        } else if (passkeys.add(
                visit.operator(),
                called,
                challenge.orElseGet(() -> cookies.challenge(request)),
                credential,
                visit.device())) {
            rule.taken(visit.session());
            return Answer.seeOther(AccountController.HERE).saying(Notice.done("account.passkeys.added", called));
        } else {
            errors.put("name", visit.t("account.passkeys.failed"));
        }
        return Answer.invalid(templates.consoleAccountPasskey(NewPasskeyPage.of(visit, name, errors)));
    }

    @PostMapping("/account/passkeys/{passkey}/remove")
    @NeedsFreshSignIn
    Answer remove(OperatorVisit visit, @PathVariable String passkey) {
        String name = passkeys.remove(visit.operator(), id(passkey), visit.device())
                .orElseThrow(() -> new NotFound("passkey"));
        return Answer.seeOther(AccountController.HERE).saying(Notice.done("account.passkeys.removed", name));
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw new NotFound("passkey");
        }
    }
}
