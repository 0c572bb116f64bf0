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
    private Page save(Visitor visitor, Workspace workspace, String zone) {
        return visitor.post("/w/" + workspace.slug() + "/settings", "workspaceLanguage", "ko", "timeZone", zone);
    }

    @Test
    void savesWhatWasChanged() {
        Workspace workspace = aWorkspace();
        Visitor visitor = signedIn(workspace, Role.ADMIN);

        Page answer = save(visitor, workspace, "Europe/Berlin");

        assertThat(answer.location()).isEqualTo("/w/" + workspace.slug() + "/settings");
        Workspace saved = workspaces.get(workspace.id());
        assertThat(saved.language()).isEqualTo(Language.KO);
        assertThat(saved.timeZone().getId()).isEqualTo("Europe/Berlin");
        assertThat(saved.brand()).isEqualTo(workspace.brand());
        assertThat(visitor.get(answer.location()).body()).contains("The settings were saved.");
        assertThat(facts(workspace.id())).startsWith("workspace.changed");
    }

    @Test
    void keepsWhatWasTypedWhenAZoneIsNone() {
        Workspace workspace = aWorkspace();

        Page page = save(signedIn(workspace, Role.OWNER), workspace, "Mars/Olympus");

        assertThat(page.status()).isEqualTo(422);
        assertThat(page.body()).contains("Choose one from the list", "<option value=\"ko\" selected");
        assertThat(workspaces.get(workspace.id())).isEqualTo(workspace);
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
