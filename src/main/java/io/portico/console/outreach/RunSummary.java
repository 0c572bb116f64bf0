package io.portico.console.outreach;

import io.portico.mail.BatchProgress;
import io.portico.mail.BatchState;
import io.portico.mail.MailState;
import io.portico.web.PageModel;
import java.time.Instant;

/** How a run stands, in one sentence. */
final class RunSummary {
    private RunSummary() {}

    static String of(PageModel page, BatchProgress progress, Instant now) {
        long sent = progress.count(MailState.SENT);
        if (progress.state() == BatchState.CANCELLED) {
            return page.t("run.summary.cancelled", sent, progress.total());
        }
        if (progress.scheduledFor(now).isPresent() && progress.state() == BatchState.RUNNING) {
            return page.t(
                    "run.summary.scheduled",
                    page.texts().time(progress.scheduledFor(now).get()),
                    progress.waiting());
        }
        if (!progress.isDone()) {
            return progress.state() == BatchState.PAUSED
                    ? page.t("run.summary.paused", sent, progress.total())
                    : page.t("run.summary.running", sent, progress.total());
        }
        return page.t(
                "run.summary.done",
                sent,
                progress.total(),
                progress.count(MailState.SKIPPED),
                progress.count(MailState.FAILED),
                progress.cameBack());
    }
}
