package io.portico.console.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.portico.Visitor;
import io.portico.Visitor.Page;
import io.portico.console.ConsoleTest;
import io.portico.kernel.Language;
import io.portico.workspace.Role;
import io.portico.workspace.Workspace;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsTests extends ConsoleTest {
    private Page save(Visitor visitor, Workspace workspace, String name, String accent) {
        return visitor.post(
                "/w/" + workspace.slug() + "/settings",
                "name",
                name,
                "workspaceLanguage",
                "ko",
                "timeZone",
                "Europe/Berlin",
                "accent",
                accent);
    }

    @Test
    void savesWhatWasChanged() {
        Workspace workspace = aWorkspace();
        Visitor visitor = signedIn(workspace, Role.ADMIN);

        Page answer = save(visitor, workspace, "Acme & Söhne", "#0B6E4F");

        assertThat(answer.location()).isEqualTo("/w/" + workspace.slug() + "/settings");
        Workspace saved = workspaces.get(workspace.id());
        assertThat(saved.name()).isEqualTo("Acme & Söhne");
        assertThat(saved.language()).isEqualTo(Language.KO);
        assertThat(saved.timeZone().getId()).isEqualTo("Europe/Berlin");
        assertThat(saved.accent().value()).isEqualTo("#0b6e4f");
        assertThat(visitor.get(answer.location()).body()).contains("The settings were saved.", "Acme &amp; Söhne");
        assertThat(facts(workspace.id())).startsWith("workspace.changed");
    }

    @Test
    void tellsTheContrastFoundAndNeeded() {
        Workspace workspace = aWorkspace();

        Page page = save(signedIn(workspace, Role.OWNER), workspace, "Acme", "#ffcc00");

        assertThat(page.status()).isEqualTo(422);
        assertThat(page.body())
                .contains("its contrast is 1.5 : 1, and 4.5 : 1 is needed", "value=\"#ffcc00\"", "value=\"Acme\"")
                .contains("<option value=\"Europe/Berlin\" selected");
        assertThat(workspaces.get(workspace.id()).name()).isEqualTo(workspace.name());
    }

    @Test
    void refusesWhatIsNoColour() {
        Workspace workspace = aWorkspace();

        assertThat(save(signedIn(workspace, Role.OWNER), workspace, "Acme", "red;x{}")
                        .body())
                .contains("This is no colour");
    }

    @ParameterizedTest
    @CsvSource({"OWNER,200", "ADMIN,200", "MEMBER,403", "VIEWER,403"})
    void isForOwnersAndAdmins(Role role, int status) {
        Workspace workspace = aWorkspace();

        assertThat(signedIn(workspace, role)
                        .get("/w/" + workspace.slug() + "/settings")
                        .status())
                .isEqualTo(status);
    }
}
