package io.portico.mail;

import io.portico.tenancy.Tenancy;
import java.time.Clock;
import java.time.Instant;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Looks after runs whose mails are on their way: sums up their counts, notes how fast they leave, drops what came back
 * into a cancelled run, and notes when the last is settled. Any number of nodes may do it at once: a run is in one
 * keeper's hands at a time, and finishes once.
 */
@Component
class BatchKeeper {
    private final Tenancy tenancy;
    private final MailBatchStore store;
    private final BatchLedgerStore ledger;
    private final ApplicationEventPublisher news;
    private final Clock clock;

    BatchKeeper(
            Tenancy tenancy,
            MailBatchStore store,
            BatchLedgerStore ledger,
            ApplicationEventPublisher news,
            Clock clock) {
        this.tenancy = tenancy;
        this.store = store;
        this.ledger = ledger;
        this.news = news;
        this.clock = clock;
    }

    void look() {
        tenancy.everywhere(store::open).forEach(this::look);
    }

    private void look(MailBatchStore.Open open) {
        tenancy.run(open.workspace(), () -> store.hold(open).ifPresent(state -> look(open, state)));
    }

    /**
     * Whoever tries failed mails again waits for the batch's row, or has it. So what is counted here, in a statement that
     * began after that, is all there is.
     */
    private void look(MailBatchStore.Open open, BatchState state) {
        Instant now = clock.instant();
        store.sweep(open.workspace(), open.run(), state, now);
        ledger.sumUp(open.workspace(), open.run());
        BatchCounts counts = ledger.counts(open.workspace(), open.run());
        if (counts.isDone()) {
            // The last ones may have been settled since.
            ledger.sumUp(open.workspace(), open.run());
            store.finish(open.workspace(), open.run(), now);
            news.publishEvent(new BatchFinished(open.workspace(), open.run(), counts));
        } else {
            store.noteRate(open.workspace(), open.run(), counts.goneThrough(), now);
        }
    }
}
