package io.portico.console.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.portico.Visitor;
import io.portico.workspace.Operator;
import io.portico.workspace.Role;
import io.portico.workspace.Workspace;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SecondStepRuleTests extends AccountTest {
    private Workspace acme;
    private Operator owner;
    private Visitor visitor;
    private String home;
    private String rule;

    @BeforeEach
    void anOwner() {
        acme = aWorkspace();
        owner = aPerson(acme, Role.OWNER);
        visitor = signedIn(owner);
        home = "/w/" + acme.slug();
        rule = home + "/settings/second-step";
    }

    @Test
    void keepsOutWhoTookNoneUntilTheySetOneUp() {
        Operator member = aPerson(acme, Role.MEMBER);
        Visitor other = signedIn(member);
        withTwoSteps(visitor);
        assertThat(visitor.post(rule + "/require").status()).isEqualTo(303);
        assertThat(visitor.get(rule).body()).contains("Required");

        for (String path : new String[] {home, home + "/people", home + "/live"}) {
            assertThat(other.get(path).location()).as(path).isEqualTo("/account/second-step");
        }
        assertThat(other.post(home + "/people", "firstName", "Eve", "email", "eve@example.com")
                        .location())
                .isEqualTo("/account/second-step");
        assertThat(other.get("/account/second-step").body()).contains("Set up an authenticator app", "Add a passkey");
        withTwoSteps(other);
        assertThat(other.get(home).status()).isEqualTo(200);
        assertThat(visitor.get(home).status()).isEqualTo(200);
        assertThat(facts(acme.id())).contains("second_step.required");
    }

    @Test
    void asksThoseWhoHaveOneToSignInWithIt() {
        Operator member = aPerson(acme, Role.MEMBER);
        Visitor before = signedIn(member);
        withTwoSteps(signedIn(member));
        withTwoSteps(visitor);
        visitor.post(rule + "/require");

        assertThat(before.get(home).location()).isEqualTo("/account/second-step");
        assertThat(before.get("/account/second-step").body()).contains("Sign in again");
    }

    @Test
    void concernsNoOtherWorkspace() {
        Workspace elsewhere = aWorkspace();
        Operator member = aPerson(acme, Role.MEMBER);
        operators.add(elsewhere.id(), member.id(), Role.MEMBER);
        Visitor other = signedIn(member);
        withTwoSteps(visitor);
        visitor.post(rule + "/require");

        assertThat(other.get("/w/" + elsewhere.slug()).status()).isEqualTo(200);
        assertThat(other.get(home).status()).isEqualTo(303);
        visitor.post(rule + "/lift");
        assertThat(other.get(home).status()).isEqualTo(200);
    }

    @Test
    void isNotMadeByAnOwnerWhomItWouldKeepOut() {
        visitor.post(rule + "/require");

        assertThat(visitor.get(rule).body()).contains("Set up a second step of your own first", "Not required");
        assertThat(visitor.get(home).status()).isEqualTo(200);
    }

    @Test
    void isMadeByOwnersOnly() {
        Visitor admin = signedIn(acme, Role.ADMIN);
        withTwoSteps(admin);

        assertThat(admin.post(rule + "/require").status()).isEqualTo(403);
        assertThat(admin.get(rule).body()).contains("Owners can change this.");
    }
}
