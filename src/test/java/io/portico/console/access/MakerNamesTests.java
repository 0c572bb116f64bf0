package io.portico.console.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.portico.Visitor;
import io.portico.access.keys.ApiKeys;
import io.portico.access.keys.ApiScope;
import io.portico.access.keys.NewApiKey;
import io.portico.api.Program;
import io.portico.console.ConsoleTest;
import io.portico.workspace.Role;
import io.portico.workspace.Workspace;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class MakerNamesTests extends ConsoleTest {
    @Autowired
    private ApiKeys keys;

    @Test
    void nameTheApiKeyWhereAProgramMadeSomething() {
        Workspace workspace = aWorkspace();
        var key = new NewApiKey("Newsletter", Set.of(ApiScope.values()), Optional.empty());
        Program press = Program.with(
                installation.port(),
                keys.make(workspace.id(), key, PORTICO).orElseThrow().secret().reveal());
        String id = press.post("/api/v1/contacts", "{'email': 'kim@example.com'}")
                .json()
                .path("id")
                .asString();
        press.post("/api/v1/magic-links", "{'contact_id': '" + id + "'}");
        String run = press.post("/api/v1/runs", "{'kind': 'invitations', 'contact_ids': ['" + id + "']}")
                .json()
                .path("id")
                .asString();
        press.send(
                "PUT",
                "/api/v1/templates/invitation/en",
                "application/json",
                "{\"subject\": \"Come in\", \"body\": \"Hello\", \"button\": \"Join\"}");

        Visitor owner = signedIn(workspace, Role.OWNER);
        for (String page : new String[] {
            "/people/" + id, "/magic-link?contact=" + id, "/runs", "/runs/" + run, "/settings/mails/invitation/en"
        }) {
            assertThat(owner.get("/w/" + workspace.slug() + page).body())
                    .as(page)
                    .contains("Newsletter (API)");
        }
        assertThat(owner.get("/w/" + workspace.slug() + "/activity").body()).contains("Newsletter");
    }
}
