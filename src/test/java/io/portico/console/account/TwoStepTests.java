package io.portico.console.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.portico.AuthenticatorApp;
import io.portico.Visitor;
import io.portico.Visitor.Page;
import io.portico.workspace.Operator;
import io.portico.workspace.Role;
import io.portico.workspace.Workspace;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TwoStepTests extends AccountTest {
    @Test
    void asksForACodeAfterThePasswordAndOpensNoSessionBefore() {
        Operator operator = aPerson(aWorkspace(), Role.OWNER);
        Phone phone = withTwoSteps(signedIn(operator));

        Visitor visitor = halfWay(operator);
        assertThat(visitor.get("/account").location()).startsWith("/sign-in");
        Page in = code(visitor, phone.app().code(0));

        assertThat(in.status()).isEqualTo(303);
        assertThat(in.location()).isEqualTo("/");
        assertThat(visitor.get("/account").status()).isEqualTo(200);
        assertThat(visitor.cookie("portico_half_way")).isEmpty();
    }

    @Test
    void leadsToThePageAskedForAndToNoOtherSite() {
        Operator operator = aPerson();
        Phone phone = withTwoSteps(signedIn(operator));
        Visitor visitor = halfWay(operator);

        assertThat(visitor.get("/sign-in/second-step?next=//evil.example").body())
                .contains("name=\"next\" value=\"/\"");
        Page in = visitor.post("/sign-in/second-step", "code", phone.app().code(0), "next", "/account/password");

        assertThat(in.location()).isEqualTo("/account/password");
    }

    @Test
    void isLockedByNobodyWhoTypesItsNameAtTheDoor() {
        Operator operator = aPerson();
        Phone phone = withTwoSteps(signedIn(operator));
        for (String typed : List.of(
                "second-step " + operator.id(),
                "SECOND_STEP " + operator.id(),
                operator.id().toString())) {
            for (int i = 0; i < 6; i++) {
                aVisitor().post("/sign-in", "email", typed, "password", "wrong");
            }
        }

        assertThat(code(halfWay(operator), phone.app().code(0)).status()).isEqualTo(303);
    }

    @Test
    void takesACodeOnce() {
        Operator operator = aPerson();
        Phone phone = withTwoSteps(signedIn(operator));
        String seen = phone.app().code(0);
        assertThat(code(halfWay(operator), seen).status()).isEqualTo(303);

        Page again = code(halfWay(operator), seen);

        assertThat(again.status()).isEqualTo(422);
        assertThat(again.body()).contains("This code is wrong, or was used already.");
    }

    @Test
    void takesTheCodeOfTheNextStepButNoneFurtherAway() {
        Operator operator = aPerson();
        Phone phone = withTwoSteps(signedIn(operator));

        assertThat(code(halfWay(operator), phone.app().code(3)).status()).isEqualTo(422);
        assertThat(code(halfWay(operator), phone.app().code(-3)).status()).isEqualTo(422);
        assertThat(code(halfWay(operator), phone.app().code(1)).status()).isEqualTo(303);
    }

    @Test
    void takesOneOfManyTriesWithTheSameCodeAtTheSameMoment() throws InterruptedException {
        Operator operator = aPerson();
        Phone phone = withTwoSteps(signedIn(operator));
        String code = phone.app().code(0);
        List<Visitor> visitors = List.of(halfWay(operator), halfWay(operator), halfWay(operator), halfWay(operator));
        visitors.forEach(visitor -> visitor.get("/sign-in/second-step"));
        List<Integer> statuses = Collections.synchronizedList(new ArrayList<>());
        List<Thread> threads = visitors.stream()
                .map(visitor -> Thread.startVirtualThread(
                        () -> statuses.add(code(visitor, code).status())))
                .toList();
        for (Thread thread : threads) {
            thread.join();
        }

        assertThat(statuses.stream().filter(status -> status == 303)).hasSize(1);
    }

    @Test
    void belongsToTheBrowserInWhichThePasswordWasTyped() {
        Operator operator = aPerson();
        Phone phone = withTwoSteps(signedIn(operator));
        halfWay(operator);

        Page elsewhere = code(aVisitor(), phone.app().code(0));

        assertThat(elsewhere.location()).isEqualTo("/sign-in");
    }

    @Test
    void isOverAfterTenMinutes() {
        Operator operator = aPerson();
        Phone phone = withTwoSteps(signedIn(operator));
        Visitor visitor = halfWay(operator);
        jdbc.sql("update operator_half_way set expires_at = expires_at - interval '10 minutes' where operator_id = ?")
                .param(operator.id().value())
                .update();

        assertThat(code(visitor, phone.app().code(0)).location()).isEqualTo("/sign-in");
        assertThat(visitor.get("/sign-in").body()).contains("This sign-in took too long");
        assertThat(visitor.cookie("portico_session")).isEmpty();
    }

    @Test
    void locksAfterFiveWrongCodesAndTheRightPasswordDoesNotLiftIt() {
        Workspace workspace = aWorkspace();
        Operator operator = aPerson(workspace, Role.MEMBER);
        Phone phone = withTwoSteps(signedIn(operator));
        for (int i = 0; i < 5; i++) {
            assertThat(code(halfWay(operator), "00000" + i).status()).isIn(422);
        }

        Page locked = code(halfWay(operator), phone.app().code(0));

        assertThat(locked.status()).isEqualTo(429);
        assertThat(Integer.parseInt(locked.header("Retry-After"))).isBetween(1, 61);
        assertThat(locked.body()).contains("Too many wrong codes. Try again in 1 minute.");
        assertThat(facts(workspace.id())).contains("operator.second_step_refused");
    }

    @Test
    void takesARecoveryCodeOnceInsteadOfACode() {
        Workspace workspace = aWorkspace();
        Operator operator = aPerson(workspace, Role.MEMBER);
        Phone phone = withTwoSteps(signedIn(operator));
        String recovery = phone.recoveryCodes().getFirst();
        Visitor visitor = halfWay(operator);

        assertThat(phone.recoveryCodes()).hasSize(10);
        assertThat(code(visitor, recovery.toUpperCase()).status()).isEqualTo(303);
        assertThat(visitor.get("/account").body())
                .contains("You signed in with a recovery code, which is used up now. 9 are left.")
                .contains("9 recovery codes are left");
        assertThat(facts(workspace.id())).contains("operator.recovery_code_used");
        assertThat(code(halfWay(operator), recovery).status()).isEqualTo(422);
    }

    @Test
    void replacesTheRecoveryCodes() {
        Operator operator = aPerson();
        Visitor visitor = signedIn(operator);
        Phone phone = withTwoSteps(visitor);

        List<String> fresh = recoveryCodes(visitor.post("/account/recovery-codes"));

        assertThat(fresh).hasSize(10).doesNotContainAnyElementsOf(phone.recoveryCodes());
        assertThat(code(halfWay(operator), phone.recoveryCodes().getFirst()).status())
                .isEqualTo(422);
        assertThat(code(halfWay(operator), fresh.getFirst()).status()).isEqualTo(303);
    }

    @Test
    void isNotOnBeforeACodeConfirmedTheKey() {
        Operator operator = aPerson();
        Visitor visitor = signedIn(operator);
        Page begin = visitor.get("/account/two-step");

        Page wrong = visitor.post("/account/two-step", "sealed", sealed(begin), "code", "000000");

        assertThat(wrong.status()).isEqualTo(422);
        assertThat(sealed(wrong)).isEqualTo(sealed(begin));
        assertThat(password(aVisitor(), operator).location()).isEqualTo("/");
    }

    @Test
    void takesNoKeyThatWasMadeForSomebodyElse() {
        Page theirs = signedIn(aPerson()).get("/account/two-step");
        Visitor visitor = signedIn(aPerson());

        Page answer = visitor.post(
                "/account/two-step",
                "sealed",
                sealed(theirs),
                "code",
                appWithKeyOn(theirs).code(0));

        assertThat(answer.location()).isEqualTo("/account");
        assertThat(visitor.get("/account").body()).contains("Turn on two-step sign-in");
    }

    @Test
    void keepsTheKeySealedAndTheCodesHashed() {
        Operator operator = aPerson();
        Visitor visitor = signedIn(operator);
        Page begin = visitor.get("/account/two-step");
        AuthenticatorApp app = appWithKeyOn(begin);
        List<String> codes =
                recoveryCodes(visitor.post("/account/two-step", "sealed", sealed(begin), "code", app.code(0)));

        String stored =
                jdbc.sql("""
                select encode(t.secret, 'hex') || ' ' || string_agg(encode(c.code_hmac, 'escape'), ' ')
                from operator_totp t join operator_recovery_code c using (operator_id)
                where operator_id = ? group by t.secret""").param(operator.id().value()).query(String.class).single();

        assertThat(stored).doesNotContain(app.hexKey());
        assertThat(codes)
                .isNotEmpty()
                .noneMatch(code -> stored.contains(code) || stored.contains(code.replace("-", "")));
        assertThat(begin.body()).doesNotContain(app.hexKey());
    }

    @Test
    void isAskedForAfterThePasswordWasResetByMail() {
        Workspace workspace = aWorkspace();
        Operator operator = aPerson(workspace, Role.OWNER);
        withTwoSteps(signedIn(operator));
        aVisitor().post("/forgot-password", "email", operator.email().value());
        String link = "/reset-password/"
                + mailedSecret(workspace.id(), operator.email(), "reset-password")
                        .reveal();
        Visitor visitor = aVisitor();
        visitor.get(link);
        visitor.post(link, "password", "nine calm otters");

        Page answer = visitor.post("/sign-in", "email", operator.email().value(), "password", "nine calm otters");

        assertThat(answer.location()).startsWith("/sign-in/second-step");
        assertThat(visitor.cookie("portico_session")).isEmpty();
    }

    @Test
    void letsNobodyHalfWayInAfterThePasswordWasChanged() {
        Operator operator = aPerson();
        Visitor visitor = signedIn(operator);
        Phone phone = withTwoSteps(visitor);
        Visitor thief = halfWay(operator);

        visitor.post("/account/password", "currentPassword", PASSWORD, "newPassword", "nine calm otters");

        assertThat(code(thief, phone.app().code(0)).location()).isEqualTo("/sign-in");
    }

    @Test
    void isTurnedOffAndTold() {
        Workspace workspace = aWorkspace();
        Operator operator = aPerson(workspace, Role.OWNER);
        Visitor visitor = signedIn(operator);
        withTwoSteps(visitor);

        assertThat(visitor.post("/account/two-step/off").location()).isEqualTo("/account");

        assertThat(password(aVisitor(), operator).location()).isEqualTo("/");
        assertThat(facts(workspace.id())).contains("operator.two_step_enabled", "operator.two_step_disabled");
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(letters(workspace.id(), operator.email()))
                        .anyMatch(letter -> letter.contains("Two-step sign-in was turned on"))
                        .anyMatch(letter -> letter.contains("Two-step sign-in was turned off")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "not base64 !", "AAAA", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"})
    void refusesKeysThatWereTamperedWith(String sealed) {
        assertThat(signedIn(aPerson())
                        .post("/account/two-step", "sealed", sealed, "code", "000000")
                        .location())
                .isEqualTo("/account");
    }
}
