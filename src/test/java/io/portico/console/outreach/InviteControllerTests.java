package io.portico.console.outreach;

import static org.assertj.core.api.Assertions.assertThat;

import io.portico.Visitor.Page;
import io.portico.console.ConsoleTest;
import io.portico.outreach.TypedAddress;
import io.portico.workspace.Role;
import io.portico.workspace.Workspace;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InviteControllerTests extends ConsoleTest {
    @ParameterizedTest
    @ValueSource(strings = {"preview", "send"})
    void refusesAListThatIsTooLongInsteadOfCuttingIt(String step) {
        Workspace workspace = aWorkspace();
        String list = IntStream.rangeClosed(0, TypedAddress.MOST)
                .mapToObj(n -> "p" + n + "@example.com")
                .collect(Collectors.joining("\n"));

        Page page =
                signedIn(workspace, Role.OWNER).post("/w/" + workspace.slug() + "/invite/" + step, "addresses", list);

        assertThat(page.status()).isEqualTo(422);
        assertThat(page.body())
                .contains("id=\"addresses-error\"", "5,001", "5,000")
                .contains("p0@example.com", "p5000@example.com");
    }
}
