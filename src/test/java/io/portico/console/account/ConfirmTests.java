package io.portico.console.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.portico.Visitor;
import io.portico.Visitor.Page;
import io.portico.web.NeedsFreshSignIn;
import io.portico.workspace.Operator;
import io.portico.workspace.Role;
import io.portico.workspace.Workspace;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

class ConfirmTests extends AccountTest {
    /** What changes who gets in. A handler that does and is missing here does not ask. */
    private static final String ASKING = """
            GET /account/passkeys/new
            GET /account/password
            GET /account/two-step
            GET /w/{workspace}/settings/webhooks/{webhook}/secret
            POST /account/passkeys
            POST /account/passkeys/{passkey}/remove
            POST /account/password
            POST /account/recovery-codes
            POST /account/sessions/end-others
            POST /account/sessions/{session}/end
            POST /account/two-step
            POST /account/two-step/off
            POST /confirm
            POST /w/{workspace}/automations/{automation}/address
            POST /w/{workspace}/operators
            POST /w/{workspace}/operators/invitations/{invitation}/resend
            POST /w/{workspace}/operators/{operator}/remove
            POST /w/{workspace}/operators/{operator}/role
            POST /w/{workspace}/settings/access
            POST /w/{workspace}/settings/api-keys
            POST /w/{workspace}/settings/api-keys/{key}/revoke
            POST /w/{workspace}/settings/portal-address/hosts/{host}/choose
            POST /w/{workspace}/settings/portal-address/hosts/{host}/remove
            POST /w/{workspace}/settings/portal-address/sub-domain
            POST /w/{workspace}/settings/portal-app/android
            POST /w/{workspace}/settings/portal-app/android/remove
            POST /w/{workspace}/settings/portal-app/ios
            POST /w/{workspace}/settings/portal-app/ios/remove
            POST /w/{workspace}/settings/second-step/lift
            POST /w/{workspace}/settings/second-step/require
            POST /w/{workspace}/settings/sender
            POST /w/{workspace}/settings/sending-domain
            POST /w/{workspace}/settings/sending-domain/remove
            POST /w/{workspace}/settings/sub-domain
            POST /w/{workspace}/settings/webhooks
            POST /w/{workspace}/settings/webhooks/{webhook}/edit
            POST /w/{workspace}/settings/webhooks/{webhook}/secret
            """;

    @Autowired
    RequestMappingHandlerMapping mapping;

    private Workspace acme;
    private Operator owner;
    private Operator member;
    private Visitor visitor;
    private String rolePath;

    @BeforeEach
    void anOwnerWhoSignedInLongAgo() {
        acme = aWorkspace();
        owner = aPerson(acme, Role.OWNER);
        member = anOperator(acme.id(), Role.MEMBER);
        visitor = signedIn(owner);
        rolePath = "/w/" + acme.slug() + "/operators/" + member.id() + "/role";
        letTimePass(owner);
    }

    private Role roleOfMember() {
        return operators.roleIn(acme.id(), member.id()).orElseThrow();
    }

    @Test
    void isAskedForHere() {
        assertThat(mapping.getHandlerMethods().entrySet().stream()
                        .filter(entry -> entry.getValue().hasMethodAnnotation(NeedsFreshSignIn.class))
                        .map(entry -> entry.getKey()
                                        .getMethodsCondition()
                                        .getMethods()
                                        .iterator()
                                        .next() + " "
                                + entry.getKey().getPatternValues().iterator().next())
                        .sorted())
                .containsExactlyElementsOf(ASKING.lines().toList());
    }

    @Test
    void isAskedForBeforeARoleIsChangedAndGoesOnWithWhatWasSent() {
        Page asked = visitor.post(rolePath, "role", "admin");

        assertThat(asked.status()).isEqualTo(403);
        assertThat(asked.body())
                .contains("Confirm it is you")
                .contains("action=\"" + rolePath + "\"", "name=\"role\" value=\"admin\"");
        assertThat(roleOfMember()).isEqualTo(Role.MEMBER);

        Page done = visitor.post(rolePath, "role", "admin", "proof-password", PASSWORD);

        assertThat(done.location()).isEqualTo("/w/" + acme.slug() + "/operators");
        assertThat(roleOfMember()).isEqualTo(Role.ADMIN);
        assertThat(facts(acme.id())).contains("operator.confirmed");
    }

    /** An address can come from another site, which has no CSRF token: it would try passwords, and lock them. */
    @Test
    void takesNoProofFromAnAddress() {
        letTimePass(owner);

        for (int i = 0; i < 6; i++) {
            assertThat(visitor.get("/account/password?proof-password=wrong").location())
                    .startsWith("/confirm");
        }
        assertThat(visitor.post("/confirm", "next", "/account", "proof-password", PASSWORD)
                        .status())
                .isEqualTo(303);
    }

    @Test
    void givesTheSessionAnotherSecretAndTheOldOneIsWorthless() {
        Visitor thief = visitor.twin();

        visitor.post(rolePath, "role", "admin", "proof-password", PASSWORD);

        assertThat(visitor.cookie("portico_session")).isNotEqualTo(thief.cookie("portico_session"));
        assertThat(visitor.get("/account").status()).isEqualTo(200);
        assertThat(thief.get("/account").location()).startsWith("/sign-in");
    }

    @Test
    void isNotAskedForAgainForTenMinutes() {
        visitor.post(rolePath, "role", "admin", "proof-password", PASSWORD);

        assertThat(visitor.post(rolePath, "role", "viewer").status()).isEqualTo(303);
        assertThat(roleOfMember()).isEqualTo(Role.VIEWER);
    }

    @Test
    void refusesAWrongPassword() {
        Page wrong = visitor.post(rolePath, "role", "admin", "proof-password", "seven quiet hippos");

        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.body()).contains("This is not your password.", "name=\"role\" value=\"admin\"");
        assertThat(roleOfMember()).isEqualTo(Role.MEMBER);
        assertThat(facts(acme.id())).contains("operator.confirmation_refused");
    }

    @Test
    void locksAfterFiveWrongPasswordsAndNotByWhatStrangersTypeAtTheDoor() {
        for (int i = 0; i < 6; i++) {
            aVisitor().post("/sign-in", "email", owner.email().value(), "password", "seven quiet hippos");
        }
        assertThat(password(aVisitor(), owner).status()).as("the door").isEqualTo(429);
        for (int i = 0; i < 5; i++) {
            visitor.post(rolePath, "role", "admin", "proof-password", "seven quiet hippos");
        }

        Page locked = visitor.post(rolePath, "role", "admin", "proof-password", PASSWORD);

        assertThat(locked.status()).isEqualTo(429);
        assertThat(locked.header("Retry-After")).isNotEmpty();
        assertThat(roleOfMember()).isEqualTo(Role.MEMBER);
    }

    @Test
    void isNotKeptFromAnOwnerWhomStrangersLockOutAtTheDoor() {
        for (int i = 0; i < 6; i++) {
            aVisitor().post("/sign-in", "email", owner.email().value(), "password", "seven quiet hippos");
        }

        visitor.post(rolePath, "role", "admin", "proof-password", PASSWORD);

        assertThat(roleOfMember()).isEqualTo(Role.ADMIN);
    }

    @Test
    void asksForTheCodeTooWhileTwoStepSignInIsOn() {
        Visitor elsewhere = signedIn(owner);
        Phone phone = withTwoSteps(elsewhere);

        assertThat(visitor.post(rolePath, "role", "admin").body()).contains("name=\"proof-code\"");
        assertThat(visitor.post(rolePath, "role", "admin", "proof-password", PASSWORD)
                        .status())
                .isEqualTo(422);
        assertThat(visitor.post(rolePath, "role", "admin", "proof-password", PASSWORD, "proof-code", "000000")
                        .status())
                .isEqualTo(422);
        assertThat(roleOfMember()).isEqualTo(Role.MEMBER);
        visitor.post(
                rolePath,
                "role",
                "admin",
                "proof-password",
                PASSWORD,
                "proof-code",
                phone.app().code(0));
        assertThat(roleOfMember()).isEqualTo(Role.ADMIN);
    }

    @Test
    void namesTheActThatIsAboutToHappen() {
        assertThat(visitor.post(rolePath, "role", "admin").body())
                .contains("You are about to change the role of an operator to Admin.");
        assertThat(visitor.post("/w/" + acme.slug() + "/operators", "email", "eve@example.com", "role", "owner")
                        .body())
                .contains("You are about to invite eve@example.com as an operator: Owner.");
        assertThat(visitor.get("/confirm?next=/account/two-step").body()).contains("turn on two-step sign-in");
        assertThat(ASKING.lines()
                        .map(line -> line.substring(line.indexOf(' ') + 1).replaceAll("\\{\\w+}", "x"))
                        .filter(path -> path.startsWith("/account") || path.contains("/operators"))
                        .map(ConfirmedAct::at))
                .doesNotContain(ConfirmedAct.OTHER);
    }

    @Test
    void isAskedForBeforeOtherSessionsAreEnded() {
        Visitor elsewhere = signedIn(owner);
        letTimePass(owner);

        assertThat(visitor.post("/account/sessions/end-others").body()).contains("sign out everywhere else");
        assertThat(elsewhere.get("/account").status()).isEqualTo(200);
        visitor.post("/account/sessions/end-others", "proof-password", PASSWORD);
        assertThat(elsewhere.get("/account").location()).startsWith("/sign-in");
        assertThat(visitor.get("/account").status()).isEqualTo(200);
    }

    @Test
    void isAskedForOnTheWayToAPage() {
        Page sent = visitor.get("/account/password");

        assertThat(sent.location()).isEqualTo("/confirm?next=%2Faccount%2Fpassword");
        assertThat(visitor.get(sent.location()).body()).contains("name=\"next\" value=\"/account/password\"");
        assertThat(visitor.post("/confirm", "next", "/account/password").status())
                .isEqualTo(403);
        assertThat(visitor.post("/confirm", "next", "/account/password", "proof-password", PASSWORD)
                        .location())
                .isEqualTo("/account/password");
        assertThat(visitor.get("/account/password").status()).isEqualTo(200);
    }

    @Test
    void leadsToNoOtherSite() {
        assertThat(visitor.get("/confirm?next=//evil.example").body()).contains("name=\"next\" value=\"/\"");
        assertThat(visitor.post("/confirm", "next", "//evil.example", "proof-password", PASSWORD)
                        .location())
                .isEqualTo("/");
    }

    @Test
    void keepsNoPasswordInThePage() {
        Page asked = visitor.post(
                "/account/password", "currentPassword", "one secret word", "newPassword", "other secret word");

        assertThat(asked.status()).isEqualTo(403);
        assertThat(asked.body()).doesNotContain("secret word");
    }

    @Test
    void isAskedForOnlyOfThoseWhoMay() {
        Operator viewer = aPerson(acme, Role.VIEWER);
        Visitor other = signedIn(viewer);
        letTimePass(viewer);

        assertThat(other.post(rolePath, "role", "admin").body()).contains("Your role does not allow this");
        assertThat(other.post(rolePath.replace(acme.slug().value(), "nobody-here"), "role", "admin")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void showsTheFormAgainWithItsTokenGoodWhenItWasWrongAfterTheProof() {
        String path = "/w/" + acme.slug() + "/operators";
        Page invalid = visitor.post(path, "email", "no address", "role", "admin", "proof-password", PASSWORD);

        assertThat(invalid.status()).isEqualTo(422);
        assertThat(visitor.post(path, "email", "kim.new@example.com", "role", "admin")
                        .status())
                .isEqualTo(303);
    }
}
