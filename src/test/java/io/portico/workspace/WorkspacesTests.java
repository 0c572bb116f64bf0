package io.portico.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.portico.PorticoTest;
import io.portico.activity.ActivityEntry;
import io.portico.kernel.Language;
import io.portico.kernel.WorkspaceId;
import java.time.Clock;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class WorkspacesTests extends PorticoTest {
    @Test
    void opensOneWithItsFirstOwner() {
        Workspace opened = aWorkspace();

        assertThat(workspaces.withSlug(opened.slug())).contains(opened);
        assertThat(operators.of(opened.id()))
                .singleElement()
                .satisfies(colleague -> assertThat(colleague.role()).isEqualTo(Role.OWNER));
        assertThat(activity.latest(opened.id(), 10))
                .extracting(ActivityEntry::kind)
                .containsExactly("workspace.opened");
    }

    @Test
    void opensNoneWhereTheSubDomainIsTaken() {
        Workspace first = aWorkspace();
        Operator second = anOperator();
        var wanted = new NewWorkspace("Other", first.slug(), Language.KO, ZoneId.of("UTC"));

        assertThat(workspaces.open(wanted, second.id(), PORTICO)).isEmpty();

        assertThat(workspaces.of(second.id())).isEmpty();
        assertThat(workspaces.get(first.id())).isEqualTo(first);
    }

    @Test
    void listsThoseOfAnOperatorByName() {
        Operator operator = anOperator();
        Workspace later = aWorkspace();
        Workspace earlier = aWorkspace();
        aWorkspace();
        operators.add(later.id(), operator.id(), Role.VIEWER);
        operators.add(earlier.id(), operator.id(), Role.ADMIN);

        assertThat(workspaces.of(operator.id()))
                .extracting(Workspace::name)
                .isSorted()
                .containsExactlyInAnyOrder(later.name(), earlier.name());
    }

    @Test
    void remembersForAMomentWhatItReadAndForgetsItAtAChange() {
        Workspace before = workspaces.findRecent(aWorkspace().id()).orElseThrow();
        assertThat(workspaces.findRecent(before.id())).containsSame(before);
        var details = new WorkspaceDetails("Renamed", Language.KO, ZoneId.of("UTC"), before.accent());

        workspaces.change(before.id(), details, PORTICO);
        assertThat(workspaces.findRecent(before.id())).map(Workspace::name).contains("Renamed");
        workspaces.suspend(before.id(), "", PORTICO);
        assertThat(workspaces.findRecent(before.id())).map(Workspace::suspended).contains(true);
        workspaces.resume(before.id(), PORTICO);
        assertThat(workspaces.findRecent(before.id())).map(Workspace::suspended).contains(false);
    }

    @Test
    void neverLooksForAnIdInVain() {
        var nobodys = WorkspaceId.next(Clock.systemUTC());

        assertThatIllegalStateException()
                .isThrownBy(() -> workspaces.get(nobodys))
                .withMessageContaining(nobodys.toString());
    }
}
