package io.portico.outreach;

import io.portico.activity.Activity;
import io.portico.activity.Actor;
import io.portico.kernel.OperatorId;
import io.portico.kernel.RunId;
import io.portico.kernel.WorkspaceId;
import io.portico.mail.MailBatches;
import io.portico.mail.NewMail;
import io.portico.mail.Outbox;
import io.portico.tenancy.Tenancy;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** The runs of a workspace. Progress, ledger, pause and cancel are those of the run's mail batch. */
@Component
public class Runs {
    private final Tenancy tenancy;
    private final RunStore store;
    private final MailBatches batches;
    private final Ledger ledger;
    private final Clock clock;

    Runs(Tenancy tenancy, RunStore store, MailBatches batches, Ledger ledger, Clock clock) {
        this.tenancy = tenancy;
        this.store = store;
        this.batches = batches;
        this.ledger = ledger;
        this.clock = clock;
    }

    public Optional<Run> find(WorkspaceId workspace, RunId id) {
        return tenancy.in(workspace, () -> store.find(workspace, id));
    }

    /** Newest first. */
    public List<Run> latest(WorkspaceId workspace, int limit) {
        return tenancy.in(workspace, () -> store.latest(workspace, limit));
    }

    /** Starts a run with the rows that {@code fill} makes for it, all in one transaction: wholly, or not at all. */
    RunId start(WorkspaceId workspace, RunKind kind, RunWords words, Actor actor, Function<RunId, List<NewMail>> fill) {
        var id = RunId.next(clock);
        Optional<OperatorId> by = actor instanceof Actor.Operator it ? Optional.of(it.operator()) : Optional.empty();
        tenancy.run(workspace, () -> {
            store.insert(workspace, new Run(id, kind, by, clock.instant(), words.note(), words.language()));
            batches.open(workspace, id);
            ledger.enter(workspace, actor, id, kind, fill.apply(id));
        });
        return id;
    }

    /** Enters a run's recipients into the outbox, and the start into the log. */
    @Component
    static class Ledger {
        private final Outbox outbox;
        private final Activity activity;

        Ledger(Outbox outbox, Activity activity) {
            this.outbox = outbox;
            this.activity = activity;
        }

        void enter(WorkspaceId workspace, Actor actor, RunId run, RunKind kind, List<NewMail> mails) {
            outbox.enqueue(workspace, mails);
            activity.record(workspace, actor, new RunStarted(run, kind, String.valueOf(mails.size())));
        }
    }
}
