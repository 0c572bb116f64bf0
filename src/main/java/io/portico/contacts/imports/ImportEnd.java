package io.portico.contacts.imports;

import io.portico.activity.Activity;
import io.portico.activity.Actor;
import io.portico.kernel.ImportId;
import io.portico.kernel.WorkspaceId;
import io.portico.tenancy.Tenancy;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** Ends a running import, however it comes to its end: once, with the fact, and with the file deleted. */
@Component
public class ImportEnd {
    private final Tenancy tenancy;
    private final ImportStore store;
    private final UploadStore uploads;
    private final Activity activity;
    private final Clock clock;

    ImportEnd(Tenancy tenancy, ImportStore store, UploadStore uploads, Activity activity, Clock clock) {
        this.tenancy = tenancy;
        this.store = store;
        this.uploads = uploads;
        this.activity = activity;
        this.clock = clock;
    }

    /** Ends it after the batch at hand; what is written stays. Nothing happens when it has ended already. */
    public void cancel(WorkspaceId workspace, ImportId id, Actor actor) {
        end(workspace, id, ImportState.CANCELLED, actor);
    }

    void end(WorkspaceId workspace, ImportId id, ImportState state, Actor actor) {
        tenancy.run(
                workspace,
                () -> store.find(workspace, id)
                        .filter(running -> store.end(workspace, id, state, clock.instant()))
                        .ifPresent(ended -> {
                            uploads.forget(workspace, id);
                            ImportTally tally = store.tally(workspace, id);
                            activity.record(workspace, actor, ContactsImported.of(ended, state, tally));
                        }));
    }
}
