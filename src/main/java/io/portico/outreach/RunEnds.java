package io.portico.outreach;

import io.portico.activity.Activity;
import io.portico.activity.Actor;
import io.portico.mail.BatchCounts;
import io.portico.mail.BatchFinished;
import io.portico.mail.MailState;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells the log that a run is finished, in the transaction that notes it. */
@Component
class RunEnds {
    private final RunStore runs;
    private final Activity activity;

    RunEnds(RunStore runs, Activity activity) {
        this.runs = runs;
        this.activity = activity;
    }

    @EventListener
    void on(BatchFinished news) {
        runs.find(news.workspace(), news.run())
                .ifPresent(run -> activity.record(news.workspace(), new Actor.Portico(), fact(run, news.counts())));
    }

    private static RunFinished fact(Run run, BatchCounts counts) {
        return new RunFinished(
                run.id(),
                run.kind(),
                Long.toString(counts.of(MailState.SENT)),
                counts.total(),
                counts.of(MailState.SENT),
                counts.of(MailState.FAILED),
                counts.of(MailState.SKIPPED),
                counts.of(MailState.CANCELLED));
    }
}
