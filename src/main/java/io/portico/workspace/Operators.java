package io.portico.workspace;

import io.portico.kernel.EmailAddress;
import io.portico.kernel.Language;
import io.portico.kernel.OperatorId;
import io.portico.kernel.WorkspaceId;
import io.portico.tenancy.Tenancy;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The people who sign in to the console, and their roles in workspaces. */
@Component
public class Operators {
    private final OperatorStore store;
    private final WorkspaceStore workspaces;
    private final Tenancy tenancy;
    private final Clock clock;

    Operators(OperatorStore store, WorkspaceStore workspaces, Tenancy tenancy, Clock clock) {
        this.store = store;
        this.workspaces = workspaces;
        this.tenancy = tenancy;
        this.clock = clock;
    }

    public boolean noneYet() {
        return store.noneYet();
    }

    public Optional<Operator> find(OperatorId id) {
        return store.find(id);
    }

    /** What each of these operators is called, also of those who have left the workspace. */
    public Map<OperatorId, String> names(Set<OperatorId> ids) {
        return store.names(ids);
    }

    public Optional<Operator> withEmail(EmailAddress email) {
        return store.withEmail(email);
    }

    /** Empty when the address belongs to an operator already. */
    public Optional<Operator> create(NewOperator wanted) {
        var id = OperatorId.next(clock);
        return store.insert(id, wanted, clock.instant()) ? store.find(id) : Optional.empty();
    }

    public void changeLanguage(OperatorId id, Language language) {
        store.changeLanguage(id, language);
    }

    /** Empty when the operator does not belong to the workspace. */
    public Optional<Role> roleIn(WorkspaceId workspace, OperatorId operator) {
        return tenancy.in(workspace, () -> store.role(workspace, operator));
    }

    /** The workspaces the operator belongs to, in no order. */
    public List<OperatorMembership> memberships(OperatorId operator) {
        return tenancy.asOperator(operator, () -> store.memberships(operator));
    }

    public List<Colleague> of(WorkspaceId workspace) {
        return tenancy.in(workspace, () -> store.of(workspace));
    }

    /** Lets an operator into a workspace, or changes the role of one who is in. */
    public void add(WorkspaceId workspace, OperatorId operator, Role role) {
        tenancy.run(workspace, () -> workspaces.addOperator(workspace, operator, role, clock.instant()));
    }
}
