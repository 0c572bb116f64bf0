package io.portico.console.automations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.portico.Visitor;
import io.portico.automation.Automation;
import io.portico.automation.AutomationState;
import io.portico.automation.Automations;
import io.portico.automation.Condition;
import io.portico.automation.Definition;
import io.portico.automation.Entrance;
import io.portico.automation.Recipe;
import io.portico.automation.Step;
import io.portico.automation.Trigger;
import io.portico.console.ConsoleTest;
import io.portico.contacts.Contact;
import io.portico.workspace.Role;
import io.portico.workspace.Workspace;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class AutomationsPagesTests extends ConsoleTest {
    @Autowired
    Automations automations;

    @Autowired
    Entrance entrance;

    @Test
    void switchARecipeOnAndPauseIt() {
        Workspace acme = aWorkspace();
        Visitor owner = signedIn(acme, Role.OWNER);
        String path = "/w/" + acme.slug() + "/automations";
        assertThat(owner.get(path).body()).contains("Remind the invited", "Welcome on joining", "Switch on");

        owner.post(path + "/recipe", "name", "welcome");
        Automation made = automations.of(acme.id(), Recipe.WELCOME).orElseThrow();
        assertThat(owner.get(path + "/" + made.id()).body()).contains("Switched on “Welcome on joining”");
        assertThat(made.state()).isEqualTo(AutomationState.ACTIVE);

        owner.post(path + "/" + made.id() + "/pause");
        assertThat(automations.get(acme.id(), made.id()).state()).isEqualTo(AutomationState.PAUSED);
        owner.post(path + "/" + made.id() + "/resume");
        assertThat(automations.get(acme.id(), made.id()).isActive()).isTrue();
        assertThat(facts(acme.id())).contains("automation.switched");
        assertThat(owner.post(path + "/recipe", "name", "rm -rf").status()).isEqualTo(404);
    }

    @Test
    void writeAnAutomationStepByStep() {
        Workspace acme = aWorkspace();
        Visitor owner = signedIn(acme, Role.OWNER);
        owner.post("/w/" + acme.slug() + "/automations");
        Automation made = automations.all(acme.id()).getFirst();
        var editor = new Editor(owner, acme, made);
        assertThat(editor.post("/../on").status()).isEqualTo(303);
        assertThat(editor.seen().state()).as("without a step").isEqualTo(AutomationState.DRAFT);

        editor.post("/settings", "name", "Greet them", "again", "30");
        editor.post("/trigger", "on", "tagged", "tagged", "vip");
        editor.post("/condition", "by", "tag", "tag", "paying");
        editor.post("/step", "kind", "add-tag", "tag", "greeted");
        editor.post("/step", "kind", "wait", "number", "2", "unit", "days");
        editor.post(
                "/step", "kind", "write", "subject", "Hi", "body", "Hello {{contact.first_name}}", "button", "Open");
        assertThat(editor.post("/step/move", "n", "0", "to", "down").location())
                .as("back to the step that was moved")
                .endsWith("/edit#step-1");
        editor.post("/step/remove", "n", "2");

        Automation seen = editor.seen();
        assertThat(seen.name()).isEqualTo("Greet them");
        assertThat(seen.draft().again()).isEqualTo(Duration.ofDays(30));
        assertThat(seen.draft().trigger()).isEqualTo(new Trigger.Tagged("vip"));
        assertThat(seen.draft().conditions()).containsExactly(new Condition.HasTag("paying"));
        assertThat(seen.draft().steps()).containsExactly(new Step.Wait(Duration.ofDays(2)), new Step.AddTag("greeted"));
        owner.post("/w/" + acme.slug() + "/automations/" + made.id() + "/on");
        assertThat(editor.seen().isActive()).isTrue();
        assertThat(owner.get("/w/" + acme.slug() + "/automations/" + made.id() + "/edit")
                        .body())
                .contains("Somebody gets the tag “vip”", "Only with the tag “paying”", "Wait 2 days");
    }

    @Test
    void keepWhatWasTypedWrongAndRefuseWhatSomebodyElseHasChanged() {
        Workspace acme = aWorkspace();
        Visitor owner = signedIn(acme, Role.OWNER);
        owner.post("/w/" + acme.slug() + "/automations");
        var editor = new Editor(owner, acme, automations.all(acme.id()).getFirst());

        var wrong = editor.post("/step", "kind", "write", "subject", "{{contact.nme}}", "body", "x", "button", "Go");
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.body()).contains("{{contact.nme}}", "contact.name");
        assertThat(editor.post("/step", "kind", "wait", "number", "99999", "unit", "days")
                        .body())
                .contains("A wait takes from a minute to 365 days.");
        assertThat(editor.post("/trigger", "on", "unseen", "unseen", "-1").status())
                .isEqualTo(422);
        assertThat(editor.post("/step", "kind", "call-webhook", "webhook", "x").status())
                .isEqualTo(422);

        var unknown = editor.post("/step", "kind", "send-mail", "mail", "reminders");
        assertThat(unknown.status()).isEqualTo(422);
        assertThat(unknown.body()).contains("Choose one of them.");

        owner.post(editor.path + "/step", "edition", "0", "kind", "stop");
        assertThat(owner.get(editor.path).body()).contains("somebody else changed this automation meanwhile");
        assertThat(editor.seen().draft().steps()).isEmpty();
    }

    @Test
    void showWhatAnAutomationWouldDo() {
        Workspace acme = aWorkspace();
        Visitor viewer = signedIn(acme, Role.VIEWER);
        Contact kim = aContact().in(acme);
        Automation made = automations
                .switchOn(acme.id(), Recipe.INVITE_CLIENTS, "Clients", PORTICO)
                .orElseThrow();
        String path = "/w/" + acme.slug() + "/automations/" + made.id();

        assertThat(viewer.get(path + "?email=" + kim.email().orElseThrow().value())
                        .body())
                .contains("Invite to the portal", "Wait up to 3 days", "Send the mail from the templates: Reminder");
        assertThat(viewer.get(path + "?email=nobody@example.com").body())
                .contains("Nobody here has the address nobody@example.com.");
        assertThat(viewer.get("/w/" + acme.slug() + "/automations").body()).doesNotContain("Switch on<");
        assertThat(viewer.get(path + "/people/" + kim.id()).body()).contains("has done nothing for the contact yet");
        assertThat(viewer.post(path + "/edit/step", "kind", "stop").status()).isEqualTo(403);
    }

    @Test
    void showOnAContactsPageWhatTheyDidForThem() {
        Workspace acme = aWorkspace();
        Visitor viewer = signedIn(acme, Role.VIEWER);
        Contact kim = aContact().in(acme);
        String page = "/w/" + acme.slug() + "/people/" + kim.id();
        assertThat(viewer.get(page).body()).doesNotContain("/automations/");
        Automation made = automations
                .create(
                        acme.id(),
                        "Greet <them>",
                        Definition.once(
                                new Trigger.Tagged("vip"),
                                List.of(),
                                new Step.AddTag("greeted"),
                                new Step.Wait(Duration.ofDays(2))))
                .orElseThrow();
        automations.switchOn(acme.id(), made.id(), PORTICO);
        entrance.enter(acme.id(), made.id(), kim.id());

        String history = "/w/" + acme.slug() + "/automations/" + made.id() + "/people/" + kim.id();
        await().atMost(Duration.ofSeconds(20))
                .until(() -> viewer.get(history).body().contains("Wait 2 days"));
        assertThat(viewer.get(page).body())
                .contains(history, "Greet &lt;them&gt;", "In it since just now", "2 steps")
                .contains("Add the tag “greeted” · <span class=\"quiet\">done", "waiting");
        automations.pause(acme.id(), made.id(), PORTICO);
        assertThat(viewer.get(history).body()).contains("it is paused", "Add the tag “greeted”", "done");
        assertThat(viewer.get("/w/" + acme.slug() + "/automations/" + made.id()).body())
                .contains("They rest, and go on once it is resumed.");
    }

    @Test
    void leadTheKeyboardToWhereTheHandWas() {
        Workspace acme = aWorkspace();
        Visitor owner = signedIn(acme, Role.OWNER);
        owner.post("/w/" + acme.slug() + "/automations");
        var editor = new Editor(owner, acme, automations.all(acme.id()).getFirst());

        String focusable = "tabindex=\"-1\"";
        assertThat(editor.post("/settings", "name", "Greet", "again", "").location())
                .endsWith("#settings");
        assertThat(owner.get(editor.path).body()).contains("id=\"settings\" " + focusable);
        assertThat(owner.get(editor.path.replace("/edit", "")).body())
                .contains("#trial\"", "id=\"trial\" " + focusable);
        assertThat(List.of("/trigger", "/condition", "/step?kind=wait"))
                .allSatisfy(
                        form -> assertThat(owner.get(editor.path + form).body()).contains("id=\"form\" " + focusable));
    }

    /** Posts forms as they are on the page that was just seen. */
    private final class Editor {
        private final Visitor visitor;
        private final Workspace workspace;
        private final Automation automation;
        private final String path;

        Editor(Visitor visitor, Workspace workspace, Automation automation) {
            this.visitor = visitor;
            this.workspace = workspace;
            this.automation = automation;
            this.path = "/w/" + workspace.slug() + "/automations/" + automation.id() + "/edit";
        }

        Automation seen() {
            return automations.get(workspace.id(), automation.id());
        }

        Visitor.Page post(String below, String... fields) {
            String[] all = new String[fields.length + 2];
            System.arraycopy(fields, 0, all, 2, fields.length);
            all[0] = "edition";
            all[1] = String.valueOf(seen().edition());
            return visitor.post(
                    below.startsWith("/..") ? path.replace("/edit", below.substring(3)) : path + below, all);
        }
    }
}
