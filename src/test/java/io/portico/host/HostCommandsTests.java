package io.portico.host;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.portico.PorticoTest;
import io.portico.activity.ActivityEntry;
import io.portico.workspace.Workspace;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

/** The commands beside a node that runs, on its embedded database and as on one of the host's own. */
class HostCommandsTests extends PorticoTest {
    @Autowired
    HikariDataSource database;

    private int command(String... words) {
        List<String> all = new ArrayList<>(List.of(words));
        all.add("--portico.data=" + installation.data());
        return HostCommands.run(all.toArray(String[]::new));
    }

    private boolean isSuspended(Workspace workspace) {
        return workspaces.get(workspace.id()).suspended();
    }

    @Test
    void suspendAndResumeAWorkspaceAndSayInItsLogWhy() {
        Workspace acme = aWorkspace();
        Workspace neighbour = aWorkspace();

        assertThat(command("suspend", acme.slug().value(), "--reason=Fees\nunpaid"))
                .isZero();
        assertThat(command("suspend", acme.slug().value())).isZero();
        assertThat(isSuspended(acme)).isTrue();
        assertThat(isSuspended(neighbour)).isFalse();
        assertThat(command("resume", acme.slug().value())).isZero();
        assertThat(isSuspended(acme)).isFalse();

        assertThat(activity.latest(acme.id(), 10))
                .extracting(ActivityEntry::kind)
                .containsSubsequence("workspace.resumed", "workspace.suspended");
        assertThat(activity.latest(acme.id(), 10))
                .filteredOn(entry -> entry.kind().equals("workspace.suspended"))
                .singleElement()
                .satisfies(entry -> {
                    assertThat(entry.actorKind()).isEqualTo("host");
                    assertThat(entry.details().path("text").asString("")).isEqualTo("Fees unpaid");
                });
    }

    @Test
    void workOnADatabaseOfTheHostsOwn() {
        Workspace acme = aWorkspace();

        assertThat(HostCommands.run(
                        "suspend",
                        acme.slug().value(),
                        "--portico.data=target/test-data/nowhere",
                        "--portico.database.url=" + database.getJdbcUrl(),
                        "--portico.database.user=" + database.getUsername(),
                        "--portico.database.password=" + database.getPassword()))
                .isZero();
        assertThat(isSuspended(acme)).isTrue();
    }

    @Test
    void failWhenThereIsNoSuchWorkspaceOrNoNodeRuns(@TempDir Path empty) {
        Workspace acme = aWorkspace();

        assertThat(command("suspend", "nobody-here")).isOne();
        assertThat(command("suspend", "'; drop table workspace; --")).isOne();
        assertThat(command("suspend")).isOne();
        assertThat(HostCommands.run("suspend", acme.slug().value(), "--portico.data=" + empty))
                .isOne();
        assertThat(isSuspended(acme)).isFalse();
    }

    @Test
    void areToldFromTheSettingsOfANode() {
        assertThat(HostCommands.are("suspend", "acme")).isTrue();
        assertThat(HostCommands.are("--portico.port=8080", "--portico.demo=true"))
                .isFalse();
    }
}
