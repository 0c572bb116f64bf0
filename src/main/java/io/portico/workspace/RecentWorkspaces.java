package io.portico.workspace;

import com.google.common.cache.Cache;
import com.google.common.cache.CacheBuilder;
import io.portico.kernel.WorkspaceId;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Workspaces as they were a moment ago, so that thousands of visitors of one portal do not each ask the database what it
 * looks like. A change on this node is seen once it is committed, unless somebody read the workspace just before; then, and
 * from other nodes, within {@link #AGE}.
 */
@Component
class RecentWorkspaces {
    static final Duration AGE = Duration.ofMillis(250);

    private final Cache<WorkspaceId, Workspace> known =
            CacheBuilder.newBuilder().expireAfterWrite(AGE).maximumSize(10_000).build();

    /** Reads those that were not read lately; those that do not exist are read each time. */
    Optional<Workspace> get(WorkspaceId id, Function<WorkspaceId, Optional<Workspace>> read) {
        Workspace recent = known.getIfPresent(id);
        if (recent != null) {
            return Optional.of(recent);
        }
        Optional<Workspace> now = read.apply(id);
        now.ifPresent(workspace -> known.put(id, workspace));
        return now;
    }

    /** To be called where a workspace is changed: it is read anew once the transaction around the change has ended. */
    void forget(WorkspaceId id) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                known.invalidate(id);
            }
        });
    }
}
