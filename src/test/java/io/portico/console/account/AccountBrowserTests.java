package io.portico.console.account;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import io.portico.AuthenticatorApp;
import io.portico.access.NewPassword;
import io.portico.access.PasswordVerdict;
import io.portico.access.Passwords;
import io.portico.browser.BrowserTest;
import io.portico.browser.View;
import io.portico.kernel.EmailAddress;
import io.portico.kernel.Language;
import io.portico.workspace.NewOperator;
import io.portico.workspace.Operator;
import io.portico.workspace.Role;
import io.portico.workspace.Workspace;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An operator's account in a real browser, with the authenticator that Chromium offers to tests. */
class AccountBrowserTests extends BrowserTest {
    private static final String PASSWORD = "seven quiet herons";

    @Autowired
    Passwords passwords;

    @Autowired
    JdbcClient jdbc;

    private Operator aPerson(Workspace workspace) {
        return aPerson(workspace, Language.EN);
    }

    private Operator aPerson(Workspace workspace, Language language) {
        NewPassword password = switch (passwords.check(PASSWORD, List.of())) {
            case PasswordVerdict.Accepted(var accepted) -> accepted;
            default -> throw new AssertionError("the password of the tests must be a good one");
        };
        var email = EmailAddress.of("kim-" + UUID.randomUUID().toString().substring(0, 8) + "@example.com");
        Operator person = operators
                .create(new NewOperator("Minji Kim", email, passwords.hash(password), language))
                .orElseThrow();
        operators.add(workspace.id(), person.id(), Role.OWNER);
        return person;
    }

    private void letTimePass(Operator operator) {
        jdbc.sql("update operator_session set proven_at = proven_at - interval '11 minutes' where operator_id = ?")
                .param(operator.id().value())
                .update();
    }

    /** A phone with a fingerprint reader, as it were, and a finger on it. */
    private static CDPSession withAuthenticator(Page page) {
        CDPSession session = page.context().newCDPSession(page);
        session.send("WebAuthn.enable");
        var options = new JsonObject();
        options.addProperty("protocol", "ctap2");
        options.addProperty("transport", "internal");
        options.addProperty("hasResidentKey", true);
        options.addProperty("hasUserVerification", true);
        options.addProperty("isUserVerified", true);
        options.addProperty("automaticPresenceSimulation", true);
        var wanted = new JsonObject();
        wanted.add("options", options);
        session.send("WebAuthn.addVirtualAuthenticator", wanted);
        return session;
    }

    private void addPasskey(Page page, String name) {
        page.navigate(console("/account/passkeys/new"));
        page.locator("#name").fill(name);
        page.locator("form[data-passkey] button[type=submit]").click();
        page.waitForURL(console("/account"));
    }

    private void signOut(Page page) {
        page.context().clearCookies();
        page.navigate(console("/sign-in"));
    }

    @Test
    void signsInWithAPasskeyAndNothingElse() {
        Workspace acme = aWorkspace();
        Operator operator = aPerson(acme);
        Page page = pageOf(operator, View.WIDE);
        withAuthenticator(page);
        addPasskey(page, "Work laptop");
        assertThat(page.locator(".notice")).containsText("Work laptop");

        signOut(page);
        page.locator("form[data-passkey] button").click();
        page.waitForURL(console(acme, ""));

        page.navigate(console("/account"));
        assertThat(page.locator(".account")).containsText(operator.email().value());
        assertThat(page.locator("section[aria-labelledby=passkeys]")).containsText("last used");
    }

    @Test
    void confirmsWithAPasskeyAndGoesOnWithWhatWasTyped() {
        Workspace acme = aWorkspace();
        Operator operator = aPerson(acme);
        Page page = pageOf(operator, View.WIDE);
        withAuthenticator(page);
        addPasskey(page, "Work laptop");
        page.navigate(console(acme, "/operators"));
        letTimePass(operator);

        page.locator("#email").fill("new.colleague@example.com");
        page.locator("form:has(#email) button[type=submit]").click();
        assertThat(page.locator("h1")).hasText("Confirm it is you");
        page.locator("form[data-passkey] button").click();

        assertThat(page.locator(".notice")).containsText("new.colleague@example.com");
    }

    @Test
    void saysSoWhenNoPasskeyAnswers() {
        Page page = page(View.WIDE);
        CDPSession authenticator = withAuthenticator(page);
        page.navigate(console("/sign-in"));
        assertThat(page.locator("[data-passkey-failed]")).isHidden();

        page.locator("form[data-passkey] button").click();

        assertThat(page.locator("[data-passkey-failed]")).isVisible();
        authenticator.detach();
    }

    @Test
    void hidesPasskeysFromABrowserThatHasNone() {
        Page page = page(View.WIDE);
        page.addInitScript("delete window.PublicKeyCredential");
        page.navigate(console("/sign-in"));

        assertThat(page.locator("form[data-passkey]")).isHidden();
        assertThat(page.locator("#password")).isVisible();
    }

    @Test
    void turnsOnTwoStepsAndSignsInWithThem() {
        Workspace acme = aWorkspace();
        Operator operator = aPerson(acme);
        Page page = pageOf(operator, View.WIDE);
        page.navigate(console("/account"));
        page.locator("a[href='/account/two-step']").click();
        var app = new AuthenticatorApp(page.locator("#totp-key").inputValue());
        page.locator("#code").fill(app.code(-1));
        page.locator("main form button[type=submit]").click();
        assertThat(page.locator(".recovery-codes li")).hasCount(10);

        signOut(page);
        page.locator("#email").fill(operator.email().value());
        page.locator("#password").fill(PASSWORD);
        page.locator("main form:has(#password) button[type=submit]").click();
        page.locator("#code").fill(app.code(0));
        page.locator("main form button[type=submit]").click();

        page.waitForURL(console(acme, ""));
    }

    @ParameterizedTest
    @MethodSource("io.portico.browser.View#crossed")
    void isAccessibleAndFitsTheScreen(View view) {
        Workspace acme = aWorkspace();
        Operator operator = aPerson(acme, Language.parse(view.locale()).orElseThrow());
        Page page = pageOf(operator, view);
        withAuthenticator(page);
        look(page, "/account", "account-bare", view);
        look(page, "/account/password", "account-password", view);
        look(page, "/account/passkeys/new", "account-passkey-new", view);
        addPasskey(page, view.locale().startsWith("ko") ? "업무용 노트북" : "Work laptop");
        look(page, "/account/two-step", "account-two-step", view);
        page.locator(".account-key summary").click();
        var app = new AuthenticatorApp(page.locator("#totp-key").inputValue());
        page.locator("#code").fill("000000");
        page.locator("main form button[type=submit]").click();
        look(page, "account-two-step-wrong", view);
        page.locator("#code").fill(app.code(-1));
        page.locator("main form button[type=submit]").click();
        look(page, "account-recovery-codes", view);
        pageOf(operator, view).navigate(console("/account"));
        look(page, "/account", "account", view);
        page.locator("[data-opens=two-step-off]").click();
        look(page, "account-two-step-off", view);
        letTimePass(operator);
        look(page, "/account/passkeys/new", "confirm", view);
        page.locator("#proof-password").fill("wrong");
        page.locator("#proof-code").fill("000000");
        page.locator("form:has(#proof-password) button[type=submit]").click();
        look(page, "confirm-wrong", view);
        signOut(page);
        if (view.equals(view.korean())) {
            page.locator("button[name=language][value=ko]").click();
        }
        look(page, "sign-in-passkey", view);
        page.locator("#email").fill(operator.email().value());
        page.locator("#password").fill(PASSWORD);
        page.locator("main form:has(#password) button[type=submit]").click();
        page.waitForURL(console("/sign-in/second-step") + "**");
        look(page, "second-step", view);
    }

    private void look(Page page, String path, String name, View view) {
        page.navigate(console(path));
        look(page, name, view);
    }

    private void look(Page page, String name, View view) {
        screenshot(page, name + "-" + view);
        assertAccessible(page);
        assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                .as("fits the width: " + name + " " + view)
                .isEqualTo(true);
    }
}
