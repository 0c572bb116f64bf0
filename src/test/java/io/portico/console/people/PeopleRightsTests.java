package io.portico.console.people;

import static org.assertj.core.api.Assertions.assertThat;

import io.portico.console.people.ConsoleClient.Page;
import io.portico.contacts.Contact;
import io.portico.workspace.Role;
import io.portico.workspace.Workspace;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may not, and whose it is not. */
class PeopleRightsTests extends PeoplePagesTest {
    @ParameterizedTest
    @ValueSource(strings = {"", "/edit", "/delete"})
    void findsNothingThatIsAnotherWorkspaces(String below) {
        Contact stranger = aContact().named("Stranger", "").in(aWorkspace());

        Page answer = owner.get(at("/" + stranger.id() + below));
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.text()).doesNotContain("Stranger");
        assertThat(owner.get(at("/not-an-id" + below)).status()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/disable",
                "/enable",
                "/delete",
                "/sessions/end",
                "/sessions/01900000-0000-7000-8000-000000000000/end",
                "/links/01900000-0000-7000-8000-000000000000/revoke"
            })
    void changesNothingThatIsAnotherWorkspaces(String below) {
        Workspace other = aWorkspace();
        Contact stranger =
                aContact().named("Stranger", "").at("stranger@example.com").in(other);
        owner.get(at(""));

        Page answer = owner.post(
                at("/" + stranger.id() + below), "confirmation", "stranger@example.com", "firstName", "Mine");
        assertThat(answer.status()).isEqualTo(404);
        assertThat(contacts.get(other.id(), stranger.id())).isEqualTo(stranger);
    }

    @Test
    void doesNothingWithoutTheTokenOfThePage() {
        Contact minji = aContact().in(acme);
        owner.get(at(""));

        for (String path : List.of("", "/" + minji.id(), "/" + minji.id() + "/disable", "/selected/tag", "/import")) {
            assertThat(owner.postWithoutToken(at(path), "firstName", "Minji", "newTag", "x", "all", "true")
                            .status())
                    .as(path)
                    .isEqualTo(403);
        }
        assertThat(only()).isEqualTo(minji);
    }

    @Test
    void letsAViewerLookAndNothingElse() {
        Contact minji = aContact().named("Minji", "Kim").in(acme);
        var viewer = new ConsoleClient(
                installation.consoleUrl(),
                sessions,
                anOperator(acme.id(), Role.VIEWER).id());

        assertThat(viewer.get(at("")).text())
                .contains("Minji Kim")
                .doesNotContain(at("/new"), "type=\"checkbox\"", "export.csv");
        assertThat(viewer.get(at("/" + minji.id())).text()).doesNotContain("/edit", "/disable", "/magic-link");
        assertThat(viewer.get(at("/new")).status()).isEqualTo(403);
        assertThat(viewer.post(at("/" + minji.id() + "/disable")).status()).isEqualTo(403);
        assertThat(viewer.post(at("/selected/tag"), "all", "true", "newTag", "x")
                        .status())
                .isEqualTo(403);
        var member = new ConsoleClient(
                installation.consoleUrl(),
                sessions,
                anOperator(acme.id(), Role.MEMBER).id());
        assertThat(member.get(at("/" + minji.id() + "/delete")).status()).isEqualTo(403);
    }
}
