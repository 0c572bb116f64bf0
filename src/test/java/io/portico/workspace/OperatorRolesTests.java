package io.portico.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import io.portico.PorticoTest;
import io.portico.activity.ActivityEntry;
import io.portico.kernel.OperatorId;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

class OperatorRolesTests extends PorticoTest {
    @Autowired
    private OperatorRoles roles;

    private Workspace workspace;
    private Operator owner;

    @BeforeEach
    void aWorkspaceWithOneOwner() {
        workspace = aWorkspace();
        owner = ownerOf(workspace);
    }

    @Test
    void changesARoleAndRecordsIt() {
        Operator member = anOperator(workspace.id(), Role.MEMBER);

        assertThat(change(member, Role.ADMIN)).isEqualTo(new RoleChange.Done(member));

        assertThat(operators.roleIn(workspace.id(), member.id())).contains(Role.ADMIN);
        assertThat(facts()).contains("operator.role_changed");
    }

    @Test
    void recordsNothingWhenTheRoleStays() {
        Operator member = anOperator(workspace.id(), Role.MEMBER);

        assertThat(change(member, Role.MEMBER)).isEqualTo(new RoleChange.Unchanged(member));
        assertThat(change(owner, Role.OWNER)).isEqualTo(new RoleChange.Unchanged(owner));

        assertThat(facts()).doesNotContain("operator.role_changed");
    }

    @ParameterizedTest
    @CsvSource({"ADMIN, OWNER, MEMBER", "ADMIN, MEMBER, OWNER", "MEMBER, ADMIN, VIEWER"})
    void letsNobodyTouchOrGiveWhatIsAboveThem(Role own, Role of, Role wanted) {
        Operator other = anOperator(workspace.id(), of);

        var change = roles.change(workspace.id(), other.id(), wanted, acting(own));

        assertThat(change).isEqualTo(new RoleChange.AboveOwn());
        assertThat(operators.roleIn(workspace.id(), other.id())).contains(of);
    }

    @Test
    void keepsTheLastOwner() {
        assertThat(change(owner, Role.ADMIN)).isEqualTo(new RoleChange.LastOwner());
        assertThat(remove(owner)).isEqualTo(new RoleChange.LastOwner());

        Operator second = anOperator(workspace.id(), Role.OWNER);
        assertThat(change(owner, Role.ADMIN)).isEqualTo(new RoleChange.Done(owner));
        assertThat(remove(second)).isEqualTo(new RoleChange.LastOwner());
    }

    @Test
    void takesAnOperatorOutAndRecordsIt() {
        Operator viewer = anOperator(workspace.id(), Role.VIEWER);

        assertThat(remove(viewer)).isEqualTo(new RoleChange.Done(viewer));

        assertThat(operators.roleIn(workspace.id(), viewer.id())).isEmpty();
        assertThat(operators.find(viewer.id())).as("the account stays").contains(viewer);
        assertThat(facts()).contains("operator.removed");
    }

    @Test
    void knowsNobodyOfAnotherWorkspace() {
        Operator stranger = anOperator(aWorkspace().id(), Role.MEMBER);

        assertThat(change(stranger, Role.VIEWER)).isEqualTo(new RoleChange.NotHere());
        assertThat(remove(stranger)).isEqualTo(new RoleChange.NotHere());
    }

    private RoleChange change(Operator operator, Role wanted) {
        return roles.change(workspace.id(), operator.id(), wanted, acting(Role.OWNER));
    }

    private RoleChange remove(Operator operator) {
        return roles.remove(workspace.id(), operator.id(), acting(Role.OWNER));
    }

    private ActingOperator acting(Role role) {
        OperatorId id = role == Role.OWNER
                ? owner.id()
                : anOperator(workspace.id(), role).id();
        return new ActingOperator(id, role, "203.0.113.7");
    }

    private List<String> facts() {
        return activity.latest(workspace.id(), 20).stream()
                .map(ActivityEntry::kind)
                .toList();
    }
}
