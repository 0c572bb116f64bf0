package io.portico.mail;

import io.portico.kernel.MailId;
import io.portico.kernel.RunId;
import io.portico.kernel.WorkspaceId;
import io.portico.tenancy.Tenancy;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * The mails of runs, as a whole: their progress, their ledger, and the brake. What stops a run takes effect before a worker
 * hands its next portion of mails over; those of the portion in flight still arrive.
 */
@Component
public class MailBatches {
    private final Tenancy tenancy;
    private final MailBatchStore store;
    private final BatchLedgerStore ledger;
    private final MailPaceStore paces;
    private final ApplicationEventPublisher news;
    private final Clock clock;

    MailBatches(
            Tenancy tenancy,
            MailBatchStore store,
            BatchLedgerStore ledger,
            MailPaceStore paces,
            ApplicationEventPublisher news,
            Clock clock) {
        this.tenancy = tenancy;
        this.store = store;
        this.ledger = ledger;
        this.paces = paces;
        this.news = news;
        this.clock = clock;
    }

    /**
     * Makes a run's batch, before or with its first mails; one that exists stays as it is.
     *
     * @param startsAt when its first mail may leave, where that is put off: the mails themselves are ordered for then
     */
    public void open(WorkspaceId workspace, RunId run, Optional<Instant> startsAt) {
        tenancy.run(workspace, () -> store.open(workspace, run, startsAt));
    }

    /** Lets a run that was put off begin now; false when it has begun or was cancelled. */
    public boolean startNow(WorkspaceId workspace, RunId run) {
        return tenancy.in(workspace, () -> {
            boolean started = store.startNow(workspace, run, clock.instant());
            news.publishEvent(new MailsOrdered(workspace));
            return started;
        });
    }

    public BatchProgress progress(WorkspaceId workspace, RunId run) {
        return tenancy.in(workspace, () -> ledger.progress(workspace, run));
    }

    /** Those of the given runs that have a batch. */
    public Map<RunId, BatchProgress> progress(WorkspaceId workspace, Collection<RunId> runs) {
        return tenancy.in(workspace, () -> ledger.progress(workspace, runs));
    }

    /** How many got no mail, by reason. */
    public Map<SkipReason, Long> skipped(WorkspaceId workspace, RunId run) {
        return tenancy.in(workspace, () -> ledger.skipped(workspace, run));
    }

    /** How many failed, by what stood in the way. */
    public Map<MailFault, Long> failures(WorkspaceId workspace, RunId run) {
        return tenancy.in(workspace, () -> ledger.failures(workspace, run));
    }

    /**
     * A page of the ledger in the order of the run.
     *
     * @param only the mails of which this became
     * @param after the last mail of the page before
     */
    public List<MailLogEntry> recipients(
            WorkspaceId workspace, RunId run, Optional<MailOutcome> only, Optional<MailId> after, int limit) {
        return tenancy.in(workspace, () -> ledger.recipients(workspace, run, only, after, limit));
    }

    /** False when it was not running. */
    public boolean pause(WorkspaceId workspace, RunId run) {
        return tenancy.in(workspace, () -> store.pause(workspace, run));
    }

    /** False when it was not paused. The day in which a mail is tried begins anew. */
    public boolean resume(WorkspaceId workspace, RunId run) {
        return tenancy.in(workspace, () -> {
            boolean resumed = store.resume(workspace, run, clock.instant());
            news.publishEvent(new MailsOrdered(workspace));
            return resumed;
        });
    }

    /** False when it is over or was cancelled before. Mails that have not left never will. */
    public boolean cancel(WorkspaceId workspace, RunId run) {
        return tenancy.in(workspace, () -> store.cancel(workspace, run, clock.instant()));
    }

    /**
     * Tries the failed mails of the run once more, where their fault {@linkplain MailFault#mayBeTriedAgain() allows it};
     * answers how many. Nothing is tried of a cancelled run.
     */
    public int retryFailed(WorkspaceId workspace, RunId run) {
        return tenancy.in(workspace, () -> {
            int retried = store.retryFailed(workspace, run, paces.isLimited(workspace), clock.instant());
            news.publishEvent(new MailsOrdered(workspace));
            return retried;
        });
    }
}
