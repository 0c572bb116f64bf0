package io.portico.console.account;

import io.portico.access.PasskeyOptions;
import io.portico.access.PasskeySignIn;
import io.portico.web.Answer;
import io.portico.web.ConsoleController;
import io.portico.web.NeedsFreshSignIn;
import io.portico.web.OperatorVisit;
import io.portico.web.ReturnPath;
import io.portico.web.SignInCookies;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/** Where operators prove that it is them on the way to a page; the way to a handler asks by itself. */
@ConsoleController
class ConfirmController {
    private final ConfirmPages pages;
    private final PasskeySignIn passkeys;
    private final SignInCookies cookies;

    ConfirmController(ConfirmPages pages, PasskeySignIn passkeys, SignInCookies cookies) {
        this.pages = pages;
        this.passkeys = passkeys;
        this.cookies = cookies;
    }

    @GetMapping("/confirm")
    Answer show(OperatorVisit visit, @RequestParam(defaultValue = "") String next) {
        return Answer.page(pages.before(visit, ReturnPath.orStart(next)));
    }

    /** Entered with a fresh proof only. */
    @PostMapping("/confirm")
    @NeedsFreshSignIn
    Answer confirmed(OperatorVisit visit, @RequestParam(defaultValue = "") String next) {
        return Answer.seeOther(ReturnPath.orStart(next));
    }

    /** What the browser's own dialogue needs, asked for by {@code passkeys.js}. */
    @PostMapping("/confirm/passkey/options")
    @ResponseBody
    PasskeyOptions options(OperatorVisit visit, HttpServletResponse response) {
        return cookies.keep(passkeys.beginProof(visit.session()), response);
    }
}
