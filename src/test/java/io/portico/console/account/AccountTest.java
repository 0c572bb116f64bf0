package io.portico.console.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.portico.AuthenticatorApp;
import io.portico.Visitor;
import io.portico.Visitor.Page;
import io.portico.console.ConsoleTest;
import io.portico.workspace.Operator;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tests of an operator's own account, over HTTP. */
public abstract class AccountTest extends ConsoleTest {
    private static final Pattern KEY = Pattern.compile("id=\"totp-key\" readonly value=\"([A-Z2-7 ]+)\"");
    private static final Pattern SEALED = Pattern.compile("name=\"sealed\" value=\"([^\"]+)\"");
    private static final Pattern RECOVERY = Pattern.compile("<code>([0-9a-z]{5}-[0-9a-z]{5})</code>");

    /** An app with the operator's key, and the recovery codes. */
    protected record Phone(AuthenticatorApp app, List<String> recoveryCodes) {}

    /** Turns on two-step sign-in with the code of the step before, so that the codes of now are still good. */
    protected Phone withTwoSteps(Visitor visitor) {
        Page begin = visitor.get("/account/two-step");
        var app = new AuthenticatorApp(found(KEY, begin));
        Page done = visitor.post("/account/two-step", "sealed", sealed(begin), "code", app.code(-1));
        assertThat(done.body()).contains("Two-step sign-in is on");
        return new Phone(app, recoveryCodes(done));
    }

    static List<String> recoveryCodes(Page page) {
        return RECOVERY.matcher(page.body())
                .results()
                .map(result -> result.group(1))
                .toList();
    }

    static AuthenticatorApp appWithKeyOn(Page page) {
        return new AuthenticatorApp(found(KEY, page));
    }

    static String sealed(Page page) {
        return found(SEALED, page);
    }

    /** Somebody who typed the right password and was asked for more. */
    Visitor halfWay(Operator operator) {
        Visitor visitor = aVisitor();
        Page answer = password(visitor, operator);
        assertThat(answer.location()).startsWith("/sign-in/second-step");
        assertThat(visitor.cookie("portico_session")).isEmpty();
        return visitor;
    }

    static Page password(Visitor visitor, Operator operator) {
        return visitor.post("/sign-in", "email", operator.email().value(), "password", PASSWORD);
    }

    static Page code(Visitor visitor, String code) {
        return visitor.post("/sign-in/second-step", "code", code);
    }

    /** As if the operator's last proof were eleven minutes ago. */
    void letTimePass(Operator operator) {
        jdbc.sql("update operator_session set proven_at = proven_at - interval '11 minutes' where operator_id = ?")
                .param(operator.id().value())
                .update();
    }

    static String found(Pattern pattern, Page page) {
        Matcher matcher = pattern.matcher(page.body());
        assertThat(matcher.results().map(MatchResult::group))
                .as(pattern + " in " + page.body())
                .isNotEmpty();
        matcher.reset();
        assertThat(matcher.find()).isTrue();
        return matcher.group(1);
    }
}
