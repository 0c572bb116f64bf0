package io.portico.console.people;

import static org.assertj.core.api.Assertions.assertThat;

import io.portico.Visitor;
import io.portico.Visitor.Page;
import io.portico.activity.ActivityEntry;
import io.portico.console.ConsoleTest;
import io.portico.contacts.Contact;
import io.portico.mail.SuppressionReason;
import io.portico.mail.Suppressions;
import io.portico.workspace.Role;
import io.portico.workspace.Workspace;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class SuppressionControllerTests extends ConsoleTest {
    @Autowired
    private Suppressions suppressions;

    private Workspace workspace;
    private Contact kim;
    private String path;

    @BeforeEach
    void aContactWhoseAddressIsSuppressed() {
        workspace = aWorkspace();
        kim = aContact().named("Minji", "Kim").in(workspace);
        suppressions.add(
                workspace.id(),
                kim.email().orElseThrow(),
                SuppressionReason.BOUNCED,
                "550 5.1.1 <User> unknown",
                PORTICO);
        path = "/w/" + workspace.slug() + "/people/" + kim.id();
    }

    @Test
    void tellsSinceWhenAndWhyNoMailGoesThere() {
        Page page = signedIn(workspace, Role.VIEWER).get(path);

        assertThat(page.body())
                .contains("No mail goes to this address", "The mailbox does not exist, since ")
                .contains("The mail server said: 550 5.1.1 &lt;User&gt; unknown")
                .as("a viewer only reads")
                .doesNotContain("/suppression/lift");
    }

    @Test
    void letsMailGoThereAgainForAReasonThatTheLogKeeps() {
        Visitor member = signedIn(workspace, Role.MEMBER);

        member.post(path + "/suppression/lift", "reason", "  She has a mailbox again ");

        assertThat(suppressions.has(workspace.id(), kim.email().orElseThrow())).isFalse();
        assertThat(member.get(path).body())
                .contains("Mail goes to " + kim.email().orElseThrow() + " again.")
                .contains("let mail go to Minji Kim again: She has a mailbox again")
                .doesNotContain("No mail goes to this address");
        ActivityEntry fact = activity.about(workspace.id(), kim.id(), 1).getFirst();
        assertThat(fact.kind()).isEqualTo("address.cleared");
        assertThat(fact.actorKind()).isEqualTo("operator");
    }

    @Test
    void wantsAReason() {
        Visitor member = signedIn(workspace, Role.MEMBER);

        Page blank = member.post(path + "/suppression/lift", "reason", "  ");
        Page tooLong = member.post(path + "/suppression/lift", "reason", "x".repeat(301));

        assertThat(blank.status()).isEqualTo(422);
        assertThat(blank.body()).contains("id=\"reason-error\"", "Say why");
        assertThat(tooLong.status()).isEqualTo(422);
        assertThat(tooLong.body()).contains("At most 300 characters; these are 301", "value=\"" + "x".repeat(301));
        assertThat(suppressions.has(workspace.id(), kim.email().orElseThrow())).isTrue();
    }

    @Test
    void saysThatMailGoesThereAlready() {
        Visitor member = signedIn(workspace, Role.MEMBER);
        member.post(path + "/suppression/lift", "reason", "once");

        member.post(path + "/suppression/lift", "reason", "twice");

        assertThat(member.get(path).body()).contains("mail goes to this address already");
        assertThat(factsAbout(workspace.id(), kim)).containsOnlyOnce("address.cleared");
    }

    @Test
    void hasNothingToLiftForAContactWithoutAnAddress() {
        Contact silent = aContact().withoutAddress().in(workspace);

        Page page = signedIn(workspace, Role.OWNER)
                .post("/w/" + workspace.slug() + "/people/" + silent.id() + "/suppression/lift", "reason", "why not");

        assertThat(page.status()).isEqualTo(404);
    }
}
