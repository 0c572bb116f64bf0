package io.portico.console.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.portico.Visitor;
import io.portico.console.ConsoleTest;
import io.portico.contacts.Contact;
import io.portico.contacts.Selection;
import io.portico.outreach.Invitations;
import io.portico.outreach.RunWords;
import io.portico.workspace.Operator;
import io.portico.workspace.Role;
import io.portico.workspace.Workspace;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The invitation on a contact's page. */
class InvitationCardTests extends ConsoleTest {
    @Autowired
    private Invitations invitations;

    private Workspace workspace;
    private Contact kim;
    private Visitor member;

    @BeforeEach
    void somebodyKnown() {
        workspace = aWorkspace();
        kim = aContact().in(workspace);
        member = signedIn(workspace, Role.MEMBER);
    }

    @Test
    void isNotThereForSomebodyWhoWasNeverInvited() {
        assertThat(page()).doesNotContain("invitation-title");
    }

    @Test
    void tellsByWhomAndHowOftenAndUntilWhen() {
        Operator owner = ownerOf(workspace);
        invite(owner);
        letTheCooldownPass();
        invite(owner);

        assertThat(page())
                .contains("Invited by", owner.name(), "First sent", "Last sent", "2 times", "Works until")
                .contains("<dd>Pending</dd>", "Invite again", "/invite?id=" + kim.id(), "Take back invitation");
    }

    @Test
    void canBeRepeatedAfterItWasRevoked() {
        invite(ownerOf(workspace));

        member.post("/w/" + workspace.slug() + "/people/" + kim.id() + "/invitation/revoke");

        assertThat(page())
                .contains("<dd>Revoked</dd>", "<dd>once</dd>", "Invite again")
                .doesNotContain("Works until", "Last sent", "Take back invitation");
    }

    @Test
    void isAcceptedAsSoonAsTheContactHasJoined() {
        invite(ownerOf(workspace));

        contacts.changeStanding(
                workspace.id(), kim.id(), before -> before.signedIn(Instant.now(), LocalDate.now(ZoneOffset.UTC)));

        assertThat(page()).contains("<dd>Accepted</dd>").doesNotContain("Works until", "Invite again");
    }

    private void invite(Operator by) {
        invitations.send(workspace.id(), Selection.of(kim.id()), List.of(), RunWords.NONE, by(by.id()));
    }

    private void letTheCooldownPass() {
        await().until(() -> tenancy.in(
                        workspace.id(),
                        () -> jdbc.sql("select count(*) from outbox where state <> 'sent'")
                                .query(Long.class)
                                .single())
                == 0);
        await().until(() -> tenancy.in(
                        workspace.id(),
                        () -> jdbc.sql("update access_mail set written_at = written_at - interval '1 hour'")
                                .update())
                == 1);
        tenancy.run(
                workspace.id(),
                () -> jdbc.sql("update invitation set last_sent_at = last_sent_at - interval '1 hour'")
                        .update());
    }

    private String page() {
        return member.get("/w/" + workspace.slug() + "/people/" + kim.id()).body();
    }
}
