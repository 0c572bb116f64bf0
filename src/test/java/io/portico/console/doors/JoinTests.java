package io.portico.console.doors;

import static org.assertj.core.api.Assertions.assertThat;

import io.portico.Visitor;
import io.portico.Visitor.Page;
import io.portico.access.OperatorInvitations;
import io.portico.access.OperatorInviteResult;
import io.portico.console.ConsoleTest;
import io.portico.kernel.EmailAddress;
import io.portico.kernel.Secret;
import io.portico.workspace.ActingOperator;
import io.portico.workspace.Operator;
import io.portico.workspace.Role;
import io.portico.workspace.Workspace;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class JoinTests extends ConsoleTest {
    @Autowired
    OperatorInvitations invitations;

    private Workspace workspace;
    private ActingOperator owner;

    @BeforeEach
    void aWorkspaceWithAnOwner() {
        workspace = aWorkspace();
        owner = new ActingOperator(ownerOf(workspace).id(), Role.OWNER, "203.0.113.7");
    }

    private static EmailAddress somebody() {
        return EmailAddress.of("new-" + UUID.randomUUID() + "@example.com");
    }

    private String invited(EmailAddress email, Role role) {
        assertThat(invitations.invite(workspace.id(), email, role, owner))
                .isInstanceOf(OperatorInviteResult.Ordered.class);
        return "/join/" + mailedSecret(workspace.id(), email, "join").reveal();
    }

    @Test
    void makesAnAccountForSomebodyNewAndLandsInTheWorkspace() {
        EmailAddress email = somebody();
        String link = invited(email, Role.MEMBER);
        Visitor visitor = aVisitor();

        Page page = visitor.get(link);
        Page answer = visitor.post(link, "name", "Sora Lee", "password", PASSWORD);

        assertThat(page.body()).contains("Join " + workspace.name(), email.value(), "Member");
        assertThat(answer.location()).isEqualTo("/w/" + workspace.slug());
        assertThat(visitor.get("/w/" + workspace.slug() + "/operators").status())
                .isEqualTo(200);
        Operator sora = operators.withEmail(email).orElseThrow();
        assertThat(operators.roleIn(workspace.id(), sora.id())).contains(Role.MEMBER);
        assertThat(facts(workspace.id()))
                .startsWith("operator.signed_in", "operator.joined")
                .contains("operator.invited");
    }

    @Test
    void keepsTheNameAndNotThePasswordWhenItIsTooWeak() {
        String link = invited(somebody(), Role.MEMBER);

        Page page = aVisitor().post(link, "name", "Sora Lee", "password", "sora lee 1");

        assertThat(page.status()).isEqualTo(422);
        assertThat(page.body())
                .contains("value=\"Sora Lee\"", "id=\"password-error\"")
                .doesNotContain("sora lee 1");
    }

    @Test
    void letsSomebodyWithAnAccountSignInToAccept() {
        Operator sora = aPerson();
        String link = invited(sora.email(), Role.ADMIN);
        Visitor visitor = aVisitor();

        assertThat(visitor.get(link).body()).contains("Sign in to accept", "/sign-in?next=");
        assertThat(visitor.post(link, "name", "Eve", "password", PASSWORD).status())
                .isEqualTo(422);
        Page in = visitor.post("/sign-in", "email", sora.email().value(), "password", PASSWORD, "next", link);
        assertThat(in.location()).isEqualTo(link);
        visitor.get(link);
        Page answer = visitor.post(link);

        assertThat(answer.location()).isEqualTo("/w/" + workspace.slug());
        assertThat(operators.roleIn(workspace.id(), sora.id())).contains(Role.ADMIN);
    }

    @Test
    void refusesSomebodyElseWhoIsSignedIn() {
        String link = invited(somebody(), Role.ADMIN);
        Operator eve = aPerson();
        Visitor visitor = signedIn(eve);

        Page page = visitor.get(link);
        Page answer = visitor.post(link, "name", "Eve", "password", PASSWORD);

        assertThat(page.body()).contains("You are signed in as " + eve.email(), "action=\"/sign-out\"");
        assertThat(answer.status()).isEqualTo(422);
        assertThat(operators.roleIn(workspace.id(), eve.id())).isEmpty();
    }

    @Test
    void worksOnce() {
        String link = invited(somebody(), Role.MEMBER);
        aVisitor().post(link, "name", "Sora Lee", "password", PASSWORD);

        Page again = aVisitor().post(link, "name", "Eve", "password", PASSWORD);

        assertThat(again.status()).isEqualTo(410);
        assertThat(again.body()).contains("It was accepted already");
    }

    @Test
    void diesWhenItIsRevoked() {
        EmailAddress email = somebody();
        String link = invited(email, Role.MEMBER);
        var id = invitations.open(workspace.id()).getFirst().id();

        assertThat(invitations.revoke(workspace.id(), id, owner)).contains(email);

        assertThat(aVisitor().get(link).status()).isEqualTo(404);
        assertThat(aVisitor()
                        .post(link, "name", "Sora Lee", "password", PASSWORD)
                        .status())
                .isEqualTo(404);
        assertThat(operators.withEmail(email)).isEmpty();
    }

    @Test
    void expiresAfterSevenDays() {
        String link = invited(somebody(), Role.MEMBER);
        expire("167 hours 59 minutes");
        assertThat(aVisitor().get(link).status()).isEqualTo(200);

        expire("1 minute");

        assertThat(aVisitor().get(link).status()).isEqualTo(410);
        assertThat(aVisitor()
                        .post(link, "name", "Sora Lee", "password", PASSWORD)
                        .status())
                .isEqualTo(410);
    }

    private void expire(String earlier) {
        tenancy.run(
                workspace.id(),
                () -> jdbc.sql("update operator_invitation set expires_at = expires_at - ?::interval")
                        .param(earlier)
                        .update());
    }

    @Test
    void givesTheOlderLinkUpWhenItIsSentAgain() {
        EmailAddress email = somebody();
        String older = invited(email, Role.MEMBER);
        tenancy.run(
                workspace.id(),
                () -> jdbc.sql("update operator_invitation set ordered_at = ordered_at - interval '2 minutes'")
                        .update());
        tenancy.run(
                workspace.id(),
                () -> jdbc.sql("delete from mailbox_mail where recipient = ?")
                        .param(email.value())
                        .update());

        invitations.resend(
                workspace.id(), invitations.open(workspace.id()).getFirst().id(), owner);
        String newer = "/join/" + mailedSecret(workspace.id(), email, "join").reveal();

        assertThat(newer).isNotEqualTo(older);
        assertThat(aVisitor().get(older).status()).isEqualTo(404);
        assertThat(aVisitor().get(newer).status()).isEqualTo(200);
    }

    @Test
    void saysTheSameOfEveryLinkThatNeverWas() {
        Page unknown = aVisitor().get("/join/" + Secret.random().reveal());
        Page cutOff = aVisitor().get("/join/abc");

        assertThat(unknown.status()).isEqualTo(404);
        assertThat(cutOff.status()).isEqualTo(404);
        assertThat(cutOff.body().replaceAll("value=\"[^\"]*\"", ""))
                .isEqualTo(unknown.body().replaceAll("value=\"[^\"]*\"", ""));
    }

    @Test
    void leavesTheRoleOfSomebodyWhoCameInMeanwhile() {
        Operator sora = aPerson();
        String link = invited(sora.email(), Role.VIEWER);
        operators.add(workspace.id(), sora.id(), Role.ADMIN);
        Visitor visitor = signedIn(sora);

        visitor.get(link);
        visitor.post(link);

        assertThat(operators.roleIn(workspace.id(), sora.id())).contains(Role.ADMIN);
    }
}
