package io.portico.console.operators;

import static org.assertj.core.api.Assertions.assertThat;

import io.portico.Visitor;
import io.portico.Visitor.Page;
import io.portico.access.OperatorInvitations;
import io.portico.console.ConsoleTest;
import io.portico.kernel.EmailAddress;
import io.portico.workspace.ActingOperator;
import io.portico.workspace.Operator;
import io.portico.workspace.OperatorRoles;
import io.portico.workspace.Role;
import io.portico.workspace.Workspace;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

class OperatorsTests extends ConsoleTest {
    @Autowired
    OperatorInvitations invitations;

    @Autowired
    OperatorRoles roles;

    private Workspace workspace;
    private String path;

    @BeforeEach
    void aFreshWorkspace() {
        workspace = aWorkspace();
        path = "/w/" + workspace.slug() + "/operators";
    }

    private static String somebody() {
        return "new-" + UUID.randomUUID() + "@example.com";
    }

    private Role roleOf(Operator operator) {
        return operators.roleIn(workspace.id(), operator.id()).orElseThrow();
    }

    @Test
    void listsEverybodyWithTheirRole() {
        Operator viewer = aPerson(workspace, Role.VIEWER);

        Page page = signedIn(viewer).get(path);

        assertThat(page.body())
                .contains(ownerOf(workspace).name(), viewer.email().value(), "Owner", "Viewer")
                .contains("2 people run")
                .doesNotContain("Invite an operator", "Remove");
    }

    @Test
    void invitesByMailAndListsTheInvitation() {
        Visitor owner = signedIn(workspace, Role.OWNER);
        String email = somebody();

        Page answer = owner.post(path, "email", email, "role", "admin");

        assertThat(answer.location()).isEqualTo(path);
        assertThat(owner.get(path).body()).contains("An invitation to " + email + " is on its way.", "Send again");
        mailedSecret(workspace.id(), EmailAddress.of(email), "join");
        assertThat(facts(workspace.id())).contains("operator.invited");
    }

    @ParameterizedTest
    @CsvSource({"owner,owner,303", "admin,owner,422", "admin,admin,303", "member,viewer,403", "viewer,viewer,403"})
    void letsNobodyInviteAboveTheirOwnRole(String own, String invited, int status) {
        Visitor visitor = signedIn(workspace, Role.of(own));

        Page answer = visitor.post(path, "email", somebody(), "role", invited);

        assertThat(answer.status()).isEqualTo(status);
        assertThat(invitations.open(workspace.id())).hasSize(status == 303 ? 1 : 0);
    }

    @Test
    void keepsWhatWasTypedWhenAnAddressIsWrong() {
        Page page = signedIn(workspace, Role.OWNER).post(path, "email", "kim@", "role", "viewer");

        assertThat(page.status()).isEqualTo(422);
        assertThat(page.body()).contains("id=\"email-error\"", "value=\"kim@\"", "<option value=\"viewer\" selected");
    }

    @Test
    void saysThatSomebodyIsHereAlready() {
        Operator member = aPerson(workspace, Role.MEMBER);

        Page page = signedIn(workspace, Role.OWNER)
                .post(path, "email", member.email().value(), "role", "admin");

        assertThat(page.status()).isEqualTo(422);
        assertThat(page.body()).contains("belongs to this workspace already");
    }

    @Test
    void doesNotMailTheSameAddressTwiceInAMinute() {
        Visitor owner = signedIn(workspace, Role.OWNER);
        String email = somebody();
        owner.post(path, "email", email, "role", "admin");

        Page again = owner.post(path, "email", email.toUpperCase(), "role", "member");

        assertThat(again.status()).isEqualTo(422);
        assertThat(again.body()).contains("a moment ago");
        assertThat(invitations.open(workspace.id()))
                .singleElement()
                .satisfies(open -> assertThat(open.role()).isEqualTo(Role.ADMIN));
    }

    @Test
    void letsNoAdminTouchAnInvitationOfAnOwner() {
        signedIn(workspace, Role.OWNER).post(path, "email", somebody(), "role", "owner");
        String invitation = path + "/invitations/"
                + invitations.open(workspace.id()).getFirst().id();
        Visitor admin = signedIn(workspace, Role.ADMIN);

        assertThat(admin.post(invitation + "/revoke").status()).isEqualTo(404);
        admin.post(invitation + "/resend");

        assertThat(admin.get(path).body()).contains("above their own");
        assertThat(invitations.open(workspace.id())).hasSize(1);
    }

    @Test
    void withdrawsAnInvitation() {
        Visitor owner = signedIn(workspace, Role.OWNER);
        owner.post(path, "email", somebody(), "role", "admin");
        var id = invitations.open(workspace.id()).getFirst().id();

        owner.post(path + "/invitations/" + id + "/revoke");

        assertThat(owner.get(path).body()).contains("was withdrawn");
        assertThat(invitations.open(workspace.id())).isEmpty();
        assertThat(facts(workspace.id())).startsWith("operator.invitation_revoked");
    }

    @Test
    void changesARoleAtOnce() {
        Operator member = aPerson(workspace, Role.MEMBER);
        Visitor owner = signedIn(workspace, Role.OWNER);

        owner.post(path + "/" + member.id() + "/role", "role", "admin");

        assertThat(roleOf(member)).isEqualTo(Role.ADMIN);
        assertThat(owner.get(path).body()).contains("is now Admin");
        assertThat(facts(workspace.id())).startsWith("operator.role_changed");
    }

    @Test
    void saysThatNothingChangedWhenTheRoleStays() {
        Operator member = aPerson(workspace, Role.MEMBER);
        Visitor owner = signedIn(workspace, Role.OWNER);

        owner.post(path + "/" + member.id() + "/role", "role", "member");

        assertThat(owner.get(path).body()).contains("is Member already").doesNotContain("is now Member");
        assertThat(facts(workspace.id())).doesNotContain("operator.role_changed");
    }

    @Test
    void tellsWhoLeftAlsoBehindTheStartThatLeadsElsewhere() {
        Operator admin = aPerson(workspace, Role.ADMIN);
        Workspace other = aWorkspace();
        operators.add(other.id(), admin.id(), Role.VIEWER);
        Visitor visitor = signedIn(admin);

        Page left = visitor.post(
                path + "/" + admin.id() + "/remove",
                "confirmation",
                admin.email().value());
        Page start = visitor.get(left.location());

        assertThat(start.location()).isEqualTo("/w/" + other.slug());
        assertThat(visitor.get(start.location()).body()).contains(admin.name() + " was removed");
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void letsNobodyRiseOrTouchTheirSuperiors(Role own) {
        Operator visitor = aPerson(workspace, own);
        Operator owner = ownerOf(workspace);
        Visitor browser = signedIn(visitor);

        browser.post(path + "/" + visitor.id() + "/role", "role", "owner");
        browser.post(path + "/" + owner.id() + "/role", "role", "viewer");

        assertThat(roleOf(visitor)).isEqualTo(own);
        assertThat(roleOf(owner)).isEqualTo(own == Role.OWNER ? Role.VIEWER : Role.OWNER);
    }

    @Test
    void keepsTheLastOwnerAndSaysWhy() {
        Operator owner = theOnlyOwner();
        Visitor visitor = signedIn(owner);

        visitor.post(path + "/" + owner.id() + "/role", "role", "admin");
        assertThat(visitor.get(path).body()).contains("this is the last owner");
        visitor.post(
                path + "/" + owner.id() + "/remove",
                "confirmation",
                owner.email().value());
        assertThat(visitor.get(path).body()).contains("this is the last owner");

        assertThat(roleOf(owner)).isEqualTo(Role.OWNER);
    }

    private Operator theOnlyOwner() {
        Operator first = ownerOf(workspace);
        Operator owner = aPerson(workspace, Role.OWNER);
        roles.remove(workspace.id(), first.id(), new ActingOperator(owner.id(), Role.OWNER, "203.0.113.7"));
        return owner;
    }

    @Test
    void keepsOneOfTwoOwnersWhoRemoveEachOtherAtTheSameMoment() throws InterruptedException {
        Operator one = theOnlyOwner();
        Operator two = aPerson(workspace, Role.OWNER);
        List<Thread> threads = new ArrayList<>();
        for (var pair : List.of(List.of(one, two), List.of(two, one))) {
            Visitor visitor = signedIn(pair.getFirst());
            Operator other = pair.getLast();
            visitor.get(path);
            threads.add(Thread.startVirtualThread(() -> visitor.post(
                    path + "/" + other.id() + "/remove",
                    "confirmation",
                    other.email().value())));
        }
        for (Thread thread : threads) {
            thread.join();
        }

        assertThat(operators.of(workspace.id())).hasSize(1);
    }

    @Test
    void removesAnOperatorOnceTheAddressIsTyped() {
        Operator member = aPerson(workspace, Role.MEMBER);
        Visitor removed = signedIn(member);
        Visitor owner = signedIn(workspace, Role.OWNER);
        String remove = path + "/" + member.id() + "/remove";

        assertThat(owner.get(remove).body()).contains("data-confirms=\"" + member.email() + "\"");
        assertThat(owner.post(remove, "confirmation", "yes").status()).isEqualTo(422);
        assertThat(removed.get(path).status()).isEqualTo(200);
        owner.post(remove, "confirmation", member.email().value());

        assertThat(removed.get(path).status()).isEqualTo(404);
        assertThat(facts(workspace.id())).startsWith("operator.removed");
    }

    @Test
    void knowsNoOperatorsAndInvitationsOfOtherWorkspaces() {
        Workspace other = aWorkspace();
        Operator stranger = aPerson(other, Role.MEMBER);
        Visitor owner = signedIn(workspace, Role.OWNER);
        String theirs = path + "/" + stranger.id();

        assertThat(owner.post(theirs + "/role", "role", "viewer").status()).isEqualTo(404);
        assertThat(owner.get(theirs + "/remove").status()).isEqualTo(404);
        assertThat(owner.post(path + "/invitations/" + UUID.randomUUID() + "/revoke")
                        .status())
                .isEqualTo(404);
        assertThat(owner.post(path + "/invitations/1-2-3-4-5/revoke").status()).isEqualTo(404);
        assertThat(operators.roleIn(other.id(), stranger.id())).contains(Role.MEMBER);
    }
}
