package io.portico.outreach;

import io.portico.activity.Activity;
import io.portico.activity.Actor;
import io.portico.activity.Maker;
import io.portico.kernel.RunId;
import io.portico.kernel.WorkspaceId;
import io.portico.mail.MailBatches;
import io.portico.tenancy.Tenancy;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;
import org.springframework.stereotype.Component;

/** The runs of a workspace. Their progress and ledger are those of the mail batch; {@link RunBrake} stops them. */
@Component
public class Runs {
    private final Tenancy tenancy;
    private final RunStore store;
    private final MailBatches batches;
    private final Activity activity;
    private final Clock clock;

    Runs(Tenancy tenancy, RunStore store, MailBatches batches, Activity activity, Clock clock) {
        this.tenancy = tenancy;
        this.store = store;
        this.batches = batches;
        this.activity = activity;
        this.clock = clock;
    }

    public Optional<Run> find(WorkspaceId workspace, RunId id) {
        return tenancy.in(workspace, () -> store.find(workspace, id));
    }

    /** Newest first; with {@code before}, those older than that one. */
    public List<Run> page(WorkspaceId workspace, Optional<RunId> before, int limit) {
        return tenancy.in(workspace, () -> store.page(workspace, before, limit));
    }

    /** Records that the run's ledger is taken out as a file; first, so that a download broken off is in the log as well. */
    public void noteExport(WorkspaceId workspace, RunId run, Actor actor) {
        activity.record(workspace, actor, new RunExported(run));
    }

    /** No other run of the workspace begins until the transaction ends, so that the verdicts of a plan hold when it is sent. */
    public void takeTurn(WorkspaceId workspace) {
        tenancy.run(workspace, () -> store.takeTurn(workspace));
    }

    /**
     * Starts a run with the rows that {@code fill} makes for it and counts, all in one transaction: wholly, or not at
     * all. Two runs of a workspace are started one after the other, so that the second sees the mails of the first.
     */
    RunId start(
            WorkspaceId workspace,
            RunKind kind,
            RunWords words,
            RunTiming timing,
            Actor actor,
            ToLongFunction<RunId> fill) {
        var id = RunId.next(clock);
        tenancy.run(workspace, () -> {
            store.takeTurn(workspace);
            store.insert(
                    workspace, new Run(id, kind, Maker.of(actor), clock.instant(), words.note(), words.language()));
            batches.open(workspace, id, timing.at());
            long recipients = fill.applyAsLong(id);
            activity.record(workspace, actor, new RunStarted(id, kind, Long.toString(recipients)));
        });
        return id;
    }
}
