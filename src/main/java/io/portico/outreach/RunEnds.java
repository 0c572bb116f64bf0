package io.portico.outreach;

import io.portico.activity.Activity;
import io.portico.activity.Actor;
import io.portico.mail.BatchFinished;
import io.portico.mail.BatchProgress;
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
                .ifPresent(run -> activity.record(news.workspace(), new Actor.Portico(), fact(run, news.progress())));
    }

    private static RunFinished fact(Run run, BatchProgress progress) {
        return new RunFinished(
                run.id(),
                run.kind(),
                Long.toString(progress.count(MailState.SENT)),
                progress.total(),
                progress.count(MailState.SENT),
                progress.count(MailState.FAILED),
                progress.count(MailState.SKIPPED),
                progress.count(MailState.CANCELLED));
    }
}
