package io.portico.access;

import io.portico.activity.Activity;
import io.portico.activity.Actor;
import io.portico.activity.Fact;
import io.portico.kernel.OperatorId;
import io.portico.workspace.Workspaces;
import org.springframework.core.task.TaskExecutor;
import org.springframework.stereotype.Component;

/**
 * Records what an operator did at the doors of the console, which belong to no workspace, in each workspace the
 * operator belongs to.
 */
@Component
class OperatorNews {
    private final Workspaces workspaces;
    private final Activity activity;
    private final TaskExecutor executor;

    OperatorNews(Workspaces workspaces, Activity activity, TaskExecutor applicationTaskExecutor) {
        this.workspaces = workspaces;
        this.activity = activity;
        this.executor = applicationTaskExecutor;
    }

    void tell(OperatorId operator, Actor actor, Fact fact) {
        workspaces.of(operator).forEach(workspace -> activity.record(workspace.id(), actor, fact));
    }

    /** In a thread of its own: the answer must take as long as for somebody who is in no workspace. */
    void tellLater(OperatorId operator, Actor actor, Fact fact) {
        executor.execute(() -> tell(operator, actor, fact));
    }
}
