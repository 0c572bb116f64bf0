package io.portico.console.automations;

import static org.assertj.core.api.Assertions.assertThat;

import io.portico.Visitor;
import io.portico.automation.AutomationState;
import io.portico.automation.Automations;
import io.portico.automation.Recipe;
import io.portico.console.ConsoleTest;
import io.portico.contacts.Contact;
import io.portico.workspace.Role;
import io.portico.workspace.Workspace;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class AutomationsPagesTests extends ConsoleTest {
    @Autowired
    Automations automations;

    @Test
    void switchARecipeOnAndPauseIt() {
        Workspace acme = aWorkspace();
        Visitor owner = signedIn(acme, Role.OWNER);
        String path = "/w/" + acme.slug() + "/automations";
        assertThat(owner.get(path).body()).contains("Remind the invited", "Welcome on joining", "Switch on");

        owner.post(path + "/on", "name", "welcome");
        assertThat(owner.get(path).body()).contains("Switched on “Welcome on joining”");
        assertThat(automations.of(acme.id(), Recipe.WELCOME).orElseThrow().state())
                .isEqualTo(AutomationState.ACTIVE);

        owner.post(path + "/pause", "name", "welcome");
        assertThat(automations.of(acme.id(), Recipe.WELCOME).orElseThrow().state())
                .isEqualTo(AutomationState.PAUSED);
        assertThat(facts(acme.id())).contains("automation.switched");
        assertThat(owner.post(path + "/on", "name", "rm -rf").status()).isEqualTo(404);
    }

    @Test
    void showWhatARecipeWouldDo() {
        Workspace acme = aWorkspace();
        Visitor viewer = signedIn(acme, Role.VIEWER);
        Contact kim = aContact().in(acme);
        String path = "/w/" + acme.slug() + "/automations/recipe?name=invite-clients";

        assertThat(viewer.get(path + "&email=" + kim.email().orElseThrow().value())
                        .body())
                .contains(
                        "Invite to the portal",
                        "Wait 3 days; end as soon as the contact joins",
                        "Send a mail: Reminder");
        assertThat(viewer.get(path + "&email=nobody@example.com").body())
                .contains("Nobody here has the address nobody@example.com.");
        assertThat(viewer.get("/w/" + acme.slug() + "/automations").body()).doesNotContain("Switch on<");
    }
}
