package io.portico.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.portico.Visitor;
import io.portico.Visitor.Page;
import io.portico.web.Sends;
import io.portico.workspace.Role;
import io.portico.workspace.Workspace;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

class SuspendedWorkspaceTests extends ConsoleTest {
    /** What orders mails or makes links. A handler that does and is missing here does so for a suspended workspace. */
    private static final String SENDING = """
            /w/{workspace}/invite/send
            /w/{workspace}/login-emails/send
            /w/{workspace}/magic-link
            /w/{workspace}/operators
            /w/{workspace}/operators/invitations/{invitation}/resend
            /w/{workspace}/runs/{run}/retry
            """;

    @Autowired
    RequestMappingHandlerMapping mapping;

    private Workspace acme;
    private Visitor owner;

    @BeforeEach
    void suspended() {
        acme = aWorkspace();
        owner = signedIn(acme, Role.OWNER);
        workspaces.suspend(acme.id(), "Fees unpaid", PORTICO);
    }

    private Stream<String> sending() {
        return mapping.getHandlerMethods().entrySet().stream()
                .filter(entry -> entry.getValue().hasMethodAnnotation(Sends.class))
                .flatMap(entry -> entry.getKey().getPatternValues().stream())
                .sorted();
    }

    @Test
    void sendsNothing() {
        assertThat(sending()).containsAll(SENDING.lines().toList());
        String nobody = "01890000-0000-7000-8000-000000000000";
        sending()
                .map(path -> path.replace("{workspace}", acme.slug().value()).replaceAll("\\{\\w+}", nobody))
                .forEach(path -> {
                    Page refused = owner.post(path, "email", "kim@example.com", "role", "member");
                    assertThat(refused.status()).as(path).isEqualTo(403);
                    assertThat(refused.body()).contains("This workspace is suspended", "Nothing was sent");
                });
        assertThat(facts(acme.id())).doesNotContain("operator.invited");
    }

    @Test
    void tellsItsOperatorsOnEveryPage() {
        String notice = "Its portal is closed, and mails to contacts wait";
        assertThat(owner.get("/w/" + acme.slug()).body()).contains(notice);
        assertThat(owner.get("/w/" + acme.slug() + "/people").body()).contains(notice);
        assertThat(owner.get("/w/" + acme.slug() + "/activity").body())
                .contains("suspended the workspace: Fees unpaid");
        workspaces.resume(acme.id(), PORTICO);
        assertThat(owner.get("/w/" + acme.slug()).body()).doesNotContain(notice);
    }
}
